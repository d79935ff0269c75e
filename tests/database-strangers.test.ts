import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { useTestDatabase } from './support/test-database';

const ROOT = join(__dirname, '..');
const [, chapter = ''] =
  /^#### Look for strangers in the database$(.*?)^#/ms.exec(
    readFileSync(join(ROOT, 'infra/README.md'), 'utf8'),
  ) ?? [];
const [, queries = ''] = /```sql\n(.*?)```/s.exec(chapter) ?? [];
const [, script = ''] = /```sh\n(.*?)```/s.exec(chapter) ?? [];

const test = useTestDatabase();

/** The rows of each query in the runbook. */
async function found() {
  const sql = postgres(test.url, { max: 1 });
  try {
    const results = await sql.unsafe(queries).simple();
    const [connected = [], logins = [], functions = [], triggers = []] = results as unknown as Record<
      string,
      string
    >[][];
    return {
      connected,
      logins: logins.map(({ rolname }) => rolname),
      functions: functions.map(({ proname }) => proname),
      triggers: [...new Set(triggers.map(({ tgname }) => tgname))],
    };
  } finally {
    await sql.end();
  }
}

/** What the runbook says that the migrations make. */
function made(kind: string): string[] {
  const { stdout } = spawnSync('bash', ['-c', script], { cwd: ROOT, encoding: 'utf8' });
  const names = [...stdout.matchAll(new RegExp(`^create (?:or replace )?(?:${kind}) (\\w+)$`, 'gm'))];
  return [...new Set(names.map(([, name]) => String(name)))].sort();
}

it('shows what the migrations make and nothing else in a clean database', async () => {
  const { functions, triggers, connected, logins } = await found();
  expect(functions).toEqual(made('function|procedure'));
  expect(triggers).toEqual(made('trigger'));
  expect(connected.length).toBeGreaterThan(0);
  expect(logins).toContain('postgres');
});

it('shows a function and a trigger that somebody else has made', async () => {
  await test.database.query(
    (sql) => sql`create function leave_a_door() returns trigger language plpgsql as 'begin return new; end'`,
  );
  await test.database.query(
    (sql) =>
      sql`create trigger leave_a_door after insert on orders for each row execute function leave_a_door()`,
  );
  expect(await found()).toMatchObject({
    functions: expect.arrayContaining(['leave_a_door']) as unknown,
    triggers: expect.arrayContaining(['leave_a_door']) as unknown,
  });
});
