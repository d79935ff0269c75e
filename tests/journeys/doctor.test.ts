import { examine } from '../../infra/doctor/examine';
import type { Result } from '../../infra/doctor/run-checks';
import { CAST } from '../../playground/seed';
import { runCommandLine } from '../support/run-command-line';
import { BREAKAGES } from './support/breakages/index';
import { assertNoSecrets } from './support/assert-no-secrets';
import { useDoctorWorld, type Variables } from '../worlds/doctor';
import { REQUIRED } from './support/own-variables';
import { quiet } from './support/work';

const world = useDoctorWorld();

const findingsOf = (results: readonly Result[]) => results.flatMap(({ findings }) => findings);
const examined = (wrong: Variables = {}) => examine({ ...world.variables, ...wrong });

it('finds nothing where nothing is broken, although every check was made', async () => {
  const results = await examined();
  // Only Google has a schedule to look at, and Stars are off.
  expect(results.filter(({ status }) => status !== 'ok').map(({ name }) => name)).toEqual([
    'Prices in Stars',
    'Schedule',
    'Stars',
  ]);
  expect(results).toHaveLength(27);
});

/** What the woken worker may write at any time: counts of refused IPNs, and what coins answered about their minimums. */
const OF_THE_WORKER = ['counters', 'coin_list', 'minimums'];

/** A fingerprint of every other table. */
async function fingerprints(): Promise<Record<string, string>> {
  const tables = await world.database<{ name: string }[]>`
    select tablename as name from pg_tables 
    where schemaname = 'public' and tablename not in ${world.database(OF_THE_WORKER)} order by 1`;
  const entries = tables.map(async ({ name }) => {
    const [row] = await world.database<{ hash: string }[]>`
      select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as hash from ${world.database(name)} t`;
    return [name, row?.hash ?? ''] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

/** All messages in the chats that the doctor looks at. */
const written = () => [CAST.olga, CAST.open, CAST.closed].map(({ id }) => [...world.telegram.messages(id)]);

it('changes no row and sends no message', async () => {
  await quiet(world);
  const before = { rows: await fingerprints(), written: written() };
  await examined();
  expect({ rows: await fingerprints(), written: written() }).toEqual(before);
});

it.each(BREAKAGES.map((breakage) => [breakage.name, breakage] as const))(
  'reports only what is broken, with its remedy, where %s',
  async (_, { code, remedy, severity = 'error', unchecked = [], variables, cause, undo }) => {
    await cause?.(world);
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
      await undo?.(world);
    }
  },
);

it('finds nothing once all breakages are undone', async () => {
  expect(findingsOf(await examined())).toEqual([]);
});

describe('as a command', () => {
  const doctor = async (words: readonly string[], wrong: Variables = {}) => {
    const ran = await runCommandLine('infra/doctor.ts', words, { ...world.variables, ...wrong });
    assertNoSecrets(world, `${ran.stdout}\n${ran.stderr}`.split('\n'));
    return ran;
  };

  it('prints one line per check and exits 0 where all is well', async () => {
    const { code, stdout, stderr } = await doctor([]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const lines = stdout.trim().split('\n');
    expect(lines.filter((line) => line.startsWith('ok '))).toHaveLength(24);
    expect(lines.at(-1)).toBe('All is well.');
  });

  it('exits 0 with a warning, printing its remedy', async () => {
    const { code, stdout } = await doctor([], { NOWPAYMENTS_PAYOUT_CURRENCY: '' });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^WARNING {2}Payout coin .*not set.*\n {9}-> Set it to the coin/m);
    expect(stdout).toMatch(/0 errors, 1 warning\.\n$/);
  });

  it('exits 1 with an error, listing skipped checks, as text or JSON', async () => {
    const wrong = { WEBHOOK_SIGNING_SECRET: 'a-secret-of-last-year', TELEGRAM_BOT_TOKEN: '' };
    const { code, stdout } = await doctor(['--json'], wrong);
    expect(code).toBe(1);
    const told = JSON.parse(stdout) as { checks: Result[] };
    expect(told).toMatchObject({ is_well: false, errors: 2, warnings: 0, not_checked: 6 });
    expect(findingsOf(told.checks).map((finding) => finding.code)).toEqual([
      'configuration',
      'worker.refused',
    ]);
    expect(told.checks.find(({ name }) => name === 'Channels')).toMatchObject({ status: 'not_checked' });
  });

  it('names every missing variable where none is set', async () => {
    const { code, stdout } = await runCommandLine('infra/doctor.ts', []);
    expect(code).toBe(1);
    const missing = [...stdout.matchAll(/([A-Z_]+) is missing/g)].map(([, name]) => name);
    expect(missing.sort()).toEqual([...new Set(Object.values(REQUIRED).flat())].sort());
  });
});
