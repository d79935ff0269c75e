import { installed, nothingThere } from '../../tests/deploy/support/installed';
import type { Google } from './google';
import { rollBack } from './roll-back';

const installation = installed();

/** Revisions by service, oldest first, each with the deploy it came from. */
const withRevisions = (services: Readonly<Record<string, readonly string[]>>): Google => ({
  ...nothingThere,
  list: async (_api, ...args) => {
    const service = args.find((arg) => arg.startsWith('--service='))?.slice('--service='.length) ?? '';
    return (services[service] ?? []).map((deployId, n) => ({
      metadata: { name: `${service}-${n + 1}`, creationTimestamp: `2026-11-2${n}T00:00:00Z` },
      spec: { containers: [{ env: [{ name: 'DEPLOY_ID', value: deployId }] }] },
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

it('moves everything to where it stood after an older deploy', async () => {
  expect(await moves(FIRST)).toEqual([
    'telepay-payment-ipn --to-revisions=telepay-payment-ipn-1=100',
    'telepay-worker --to-revisions=telepay-worker-1=100',
  ]);
});

it('names the deploys there were when asked for one that never was', async () => {
  await expect(moves('20200101T000000Z')).rejects.toThrow(
    `There is no deploy 20200101T000000Z. Those before the last: ${FIRST}, ${SECOND}.`,
  );
});

it('says so when there is nothing to go back to', async () => {
  const single = withRevisions({ 'telepay-worker': [FIRST] });
  await expect(rollBack(installation, single, undefined)).rejects.toThrow('no earlier revision');
});
