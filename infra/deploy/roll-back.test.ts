import { installed, nothingThere } from '../../tests/deploy/support/installed';
import type { Google } from './google';
import { rollBack } from './roll-back';

const installation = installed();

/** Revisions by service, oldest first, each with the id of its deploy. */
const withRevisions = (services: Readonly<Record<string, readonly string[]>>): Google => ({
  ...nothingThere,
  list: async (_api, ...args) => {
    const service = args.find((arg) => arg.startsWith('--service='))?.slice('--service='.length) ?? '';
    return (services[service] ?? []).map((deployId, n) => ({
      metadata: { name: `${service}-${n + 1}`, creationTimestamp: `2026-11-2${n}T00:00:00Z` },
      status: { conditions: [{ type: 'Ready', status: deployId.startsWith('!') ? 'False' : 'True' }] },
      spec: { containers: [{ env: [{ name: 'DEPLOY_ID', value: deployId.replace('!', '') }] }] },
    }));
  },
});

const [FIRST, SECOND, THIRD] = ['20261120T100000Z', '20261121T100000Z', '20261122T100000Z'] as const;
const google = withRevisions({
  'telepay-worker': [FIRST, SECOND, THIRD],
  'telepay-payment-ipn': [FIRST, SECOND],
  'telepay-health': [FIRST],
});
const moves = async (to?: string) =>
  (await rollBack(installation, google, to))
    .map(({ args }) => `${String(args[3])} ${String(args[5])}`)
    .sort();

it('moves back only what the last deploy changed', async () => {
  expect(await moves()).toEqual(['telepay-worker --to-revisions=telepay-worker-2=100']);
});

it('moves every service back to its revision after an older deploy', async () => {
  expect(await moves(FIRST)).toEqual([
    'telepay-payment-ipn --to-revisions=telepay-payment-ipn-1=100',
    'telepay-worker --to-revisions=telepay-worker-1=100',
  ]);
});

it('lists the known deploys if the given one is unknown', async () => {
  await expect(moves('20200101T000000Z')).rejects.toThrow(
    `There is no deploy 20200101T000000Z. You can roll back to: ${FIRST}, ${SECOND}.`,
  );
});

it('refuses if there is no earlier revision', async () => {
  const single = withRevisions({ 'telepay-worker': [FIRST] });
  await expect(rollBack(installation, single, undefined)).rejects.toThrow('no earlier revision');
});

it('skips a revision that never started', async () => {
  const failed = withRevisions({ 'telepay-worker': [FIRST, `!${SECOND}`, THIRD] });
  const [move] = await rollBack(installation, failed, undefined);
  expect(move?.args).toContain('--to-revisions=telepay-worker-1=100');
});
