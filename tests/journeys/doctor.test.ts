import { examine } from '../../infra/doctor/examine';
import type { Result } from '../../infra/doctor/run-checks';
import { CAST } from '../../playground/seed';
import { runCommandLine } from '../support/run-command-line';
import { AILMENTS } from './support/breakages/index';
import { assertNoSecrets } from './support/assert-no-secrets';
import { useDoctorWorld, type Variables } from './support/doctor-world';
import { REQUIRED } from './support/own-variables';
import { quiet } from './support/world';

const world = useDoctorWorld();

const findingsOf = (results: readonly Result[]) => results.flatMap(({ findings }) => findings);
const examined = (wrong: Variables = {}) => examine({ ...world.variables, ...wrong });

it('finds nothing where nothing is broken, and has asked everything', async () => {
  const results = await examined();
  expect(results.filter(({ status }) => status !== 'ok')).toEqual([]);
  expect(results).toHaveLength(20);
});

/** A fingerprint of every table's rows, but for what a refused IPN is counted in. */
async function fingerprints(): Promise<Record<string, string>> {
  const tables = await world.database<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'counters' order by 1`;
  const entries = tables.map(async ({ name }) => {
    const [row] = await world.database<{ hash: string }[]>`
      select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as hash from ${world.database(name)} t`;
    return [name, row?.hash ?? ''] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

/** What stands in the chats that the doctor looks at. */
const written = () => [CAST.olga, CAST.open, CAST.closed].map(({ id }) => [...world.telegram.messages(id)]);

it('leaves no row changed, and nothing in anybody’s chat', async () => {
  await quiet(world);
  const before = { rows: await fingerprints(), written: written() };
  await examined();
  expect({ rows: await fingerprints(), written: written() }).toEqual(before);
});

it.each(AILMENTS.map((ailment) => [ailment.name, ailment] as const))(
  'says what is broken and what to do, and nothing else, where %s',
  async (_, { code, remedy, severity = 'error', unchecked = [], variables, hurt, heal }) => {
    await hurt?.(world);
    try {
      const results = await examined(variables?.(world));
      expect(findingsOf(results)).toEqual([
        {
          code,
          severity,
          problem: expect.stringMatching(/^\w.*\.$/) as string,
          remedy: expect.stringMatching(remedy) as string,
        },
      ]);
      const left = results.filter(({ status }) => status === 'not_checked').map(({ name }) => name);
      expect(left).toEqual(unchecked);
    } finally {
      await heal?.(world);
    }
  },
);

it('finds nothing any more once all of it is mended', async () => {
  expect(findingsOf(await examined())).toEqual([]);
});

describe('as a command', () => {
  const doctor = async (words: readonly string[], wrong: Variables = {}) => {
    const ran = await runCommandLine('infra/doctor.ts', words, { ...world.variables, ...wrong });
    assertNoSecrets(world, `${ran.stdout}\n${ran.stderr}`.split('\n'));
    return ran;
  };

  it('says one line per check and exits 0 where all is well', async () => {
    const { code, stdout, stderr } = await doctor([]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const lines = stdout.trim().split('\n');
    expect(lines.filter((line) => line.startsWith('ok '))).toHaveLength(20);
    expect(lines.at(-1)).toBe('All is well.');
  });

  it('exits 0 with a warning, which it tells with its remedy', async () => {
    const { code, stdout } = await doctor([], { NOWPAYMENTS_PAYOUT_CURRENCY: '' });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^WARNING {2}Payout coin .*not set.*\n {9}-> Set it to the coin/m);
    expect(stdout).toMatch(/0 errors, 1 warning\.\n$/);
  });

  it('exits 1 with an error, says what was not checked, and tells a program the same', async () => {
    const wrong = { WEBHOOK_SIGNING_SECRET: 'a-secret-of-last-year', TELEGRAM_BOT_TOKEN: '' };
    const { code, stdout } = await doctor(['--json'], wrong);
    expect(code).toBe(1);
    const told = JSON.parse(stdout) as { checks: Result[] };
    expect(told).toMatchObject({ is_well: false, errors: 2, warnings: 0, not_checked: 5 });
    expect(findingsOf(told.checks).map((finding) => finding.code)).toEqual([
      'configuration',
      'worker.refused',
    ]);
    expect(told.checks.find(({ name }) => name === 'Channels')).toMatchObject({ status: 'not_checked' });
  });

  it('names everything that is missing where nothing is set, and ends', async () => {
    const { code, stdout } = await runCommandLine('infra/doctor.ts', []);
    expect(code).toBe(1);
    const missing = [...stdout.matchAll(/([A-Z_]+) is missing/g)].map(([, name]) => name);
    expect(missing.sort()).toEqual([...new Set(Object.values(REQUIRED).flat())].sort());
  });
});
