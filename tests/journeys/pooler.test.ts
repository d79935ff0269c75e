import { databaseCheck } from '../../infra/doctor/checks/check-database';
import { limitsCheck } from '../../infra/doctor/checks/check-session';
import { checkedSystemOf } from '../../infra/doctor/checked-system';
import { withProgram } from '../support/installed-programs';
import { startPgbouncer } from '../support/pgbouncer';
import { runCommandLine, type Ran } from '../support/run-command-line';
import { useFixture } from '../support/use-fixture';
import { startPooled } from '../worlds/pooled';
import { buy, isIn, joinByLink, later } from './support/buyer';
import { eventually } from './support/eventually';
import { newDonor } from './support/people';
import { quiet } from './support/work';

withProgram('pgbouncer')('through PgBouncer in transaction mode', () => {
  const pooled = useFixture(startPooled);

  it('migrates by the direct address and prepares the login of the functions', () => {
    expect(pooled.migrated).toEqual({
      code: 0,
      stderr: '',
      stdout: `The schema is up to date.\nGranted to ${pooled.login}.\n`,
    });
  });

  it('sells access from the first tap to its end', async () => {
    const { world } = pooled;
    const buyer = newDonor(world);
    await buy(world, buyer);
    await joinByLink(world, buyer);
    await quiet(world);
    expect(isIn(world, buyer)).toBe(true);
    await later(world, '33 days');
    await eventually(() => {
      expect(isIn(world, buyer)).toBe(false);
    });
  });

  it('settles every statement that is sent before the last one was answered', async () => {
    const numbers = Array.from({ length: 400 }, (_, index) => index);
    const each = await Promise.all(
      numbers.map((number) => pooled.pool.query((sql) => sql<{ is: number }[]>`select ${number}::int as is`)),
    );
    expect(each.map(([row]) => row?.is)).toEqual(numbers);
    const together = await Promise.all(
      [1, 2, 3, 4].map(() =>
        pooled.pool.query((sql) =>
          Promise.all(
            numbers.slice(0, 100).map((number) => sql<{ is: number }[]>`select ${number}::int as is`),
          ),
        ),
      ),
    );
    expect(together.flat()).toHaveLength(400);
  });

  it('keeps the time limits, although no session asks for them', async () => {
    const show = (name: string) =>
      pooled.pool.query((sql) =>
        sql.unsafe<{ value: string }[]>(`select current_setting('${name}') as value`),
      );
    expect(await show('statement_timeout')).toEqual([{ value: '10s' }]);
    expect(await show('lock_timeout')).toEqual([{ value: '2s' }]);
  });

  it('lets the doctor read the limits back', async () => {
    const look = async (url: string) => {
      const system = checkedSystemOf({ ...pooled.config, DATABASE_URL: url }, []);
      const result = await limitsCheck.look(system, new Set());
      await system.close();
      return result;
    };
    expect(await look(pooled.variables.DATABASE_URL)).toEqual({
      findings: [],
      note: 'a statement ends after 10 s',
    });
    // Nobody has set limits for this login.
    expect(await look(pooled.pooler.through(pooled.own.url))).toMatchObject({
      findings: [{ code: 'database.no_limit', severity: 'error' }],
    });
  });

  it('tells the operator to set DATABASE_POOLER if it is not set', async () => {
    const system = checkedSystemOf({ ...pooled.config, DATABASE_POOLER: undefined }, []);
    expect(await databaseCheck.look(system, new Set())).toMatchObject({
      findings: [
        {
          code: 'database.unreachable',
          problem: 'The database cannot be used: it refuses the parameter statement_timeout.',
          remedy: expect.stringContaining('DATABASE_POOLER=transaction') as string,
        },
      ],
    });
    await system.close();
  });

  it.each([
    ['the variable says so', { DATABASE_POOLER: 'transaction' }, /^DATABASE_POOLER says that/],
    [
      'the server behind it changes',
      {},
      /^The server behind this address changes from one transaction to the next/,
    ],
  ])('refuses to migrate or grant through it, because %s', async (_, more, sentence) => {
    const variables = { DATABASE_URL: pooled.pooler.through(pooled.own.url), ...more };
    for (const words of [[], [`--grant-to=${pooled.login}`]]) {
      const { code, stderr, stdout } = await runCommandLine('infra/migrate.ts', words, variables);
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toMatch(sentence);
      expect(stderr).toContain('set DATABASE_DIRECT_URL to its address.\n');
    }
  });

  it('lets migrations through a pooler in session mode, which keeps a server for each connection', async () => {
    const pooler = await startPgbouncer(pooled.own.url, ['postgres'], 'session');
    const [{ code, stdout }, { code: again }] = (await Promise.all(
      [1, 2].map(() =>
        runCommandLine('infra/migrate.ts', [], { DATABASE_URL: pooler.through(pooled.own.url) }),
      ),
    )) as [Ran, Ran];
    await pooler.close();
    expect({ code, again, stdout }).toEqual({ code: 0, again: 0, stdout: 'The schema is up to date.\n' });
  });
});
