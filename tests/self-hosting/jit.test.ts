import { startTemporaryPostgres, type LocalPostgres } from '../../playground/postgres/start-postgres';
import { DATABASE_NAMES, readConfig } from '../../shared/config';
import { claimDue } from '../../shared/database/common/claim-outbox';
import { onOneConnection } from '../../shared/database/connection/one-connection';
import type { Sql } from '../../shared/database/connection/options';
import { openDatabase, type Database } from '../../shared/database/connection/pool';
import { migrate, readMigrations } from '../../shared/database/connection/schema/migrate';
import { statementsOn } from '../../shared/database/connection/statement';
import { readMetrics } from '../../shared/database/operations/metrics';
import { claimBulk } from '../../shared/database/posts/bulk-lane';
import { readDigest } from '../../shared/database/reports/digests';
import { foldFigures } from '../../shared/database/reports/figures/fold-figures';
import { readSalesHistory } from '../../shared/database/reports/sales-report';
import type { OpenChannelId } from '../../shared/domain/common/ids';
import { silentLogger } from '../../shared/logger';
import { LONG_TEST_DEADLINE_MS } from '../support/deadlines';
import { POSTGRES_PROGRAMS, withPostgresCompiler } from '../support/installed-programs';

jest.setTimeout(LONG_TEST_DEADLINE_MS);

/** What every statement answers: a channel whose figures all have to be counted, by this run. */
const ROW = { openChannelId: -1001 as OpenChannelId, taken: true, isOfDays: true, isOfMembers: true };

/** A database that plans each statement and performs none. Each answer is the one row. */
function planning(database: Database, plans: string[]): Database {
  const plan = async (sql: Sql, texts: readonly string[], values: readonly never[]) => {
    const [first = '', ...rest] = texts;
    const explained = [`explain (format json) ${first}`, ...rest];
    plans.push(JSON.stringify(await sql(Object.assign(explained, { raw: explained }), ...values)));
    return [ROW];
  };
  const planned = (sql: Sql): Sql => {
    const driver = (texts: readonly string[] | object, ...values: never[]) =>
      Array.isArray(texts) && 'raw' in texts ? plan(sql, texts as string[], values) : sql(texts, ...values);
    const begin = (work: (transaction: Sql) => Promise<unknown>) =>
      sql.begin((transaction) => work(planned(transaction as unknown as Sql)));
    return statementsOn(Object.assign(driver, sql, { begin }));
  };
  return { ...database, query: (run) => database.query((sql) => run(planned(sql))) };
}

/** What is asked most often, and what the planner takes for long. */
const HOT: Readonly<Record<string, (database: Database) => Promise<unknown>>> = {
  'the claim of due promises': (database) => claimDue(database, 20),
  'the claim of bulk promises': claimBulk,
  '/stats': (database) => readSalesHistory(database, ROW.openChannelId),
  'a digest': (database) => readDigest(database, { ...ROW, from: 0, until: 86_400_000 }),
  'the sums of figures': foldFigures,
  '/status': readMetrics,
};

// The Postgres of the tests has no compiler, but Debian's, Ubuntu's and the official image's have one.
withPostgresCompiler('on a Postgres with LLVM', () => {
  let server: LocalPostgres;
  let database: Database;
  beforeAll(async () => {
    server = await startTemporaryPostgres({ programs: String(POSTGRES_PROGRAMS) });
    await migrate(server.url, await readMigrations('infra/migrations'));
    // So that a session which may compile compiles everything.
    await onOneConnection(server.url, async (sql) => {
      await sql`alter system set jit_above_cost = 0`;
      await sql`select pg_reload_conf()`;
    });
    database = openDatabase(await readConfig(DATABASE_NAMES, { DATABASE_URL: server.url }), silentLogger);
  });
  afterAll(async () => {
    await database.close();
    await server.stop();
  });

  it('compiles a statement of another session', async () => {
    const plan = await onOneConnection(server.url, async (sql) => {
      await sql`set jit = on`;
      return sql`explain (format json) select count(*) from orders where amount_cents > 1`;
    });
    expect(JSON.stringify(plan)).toContain('"JIT"');
  });

  it.each(Object.entries(HOT))('compiles nothing for %s', async (_, ask) => {
    const plans: string[] = [];
    // It may fail at the row, because it expects another one.
    await ask(planning(database, plans)).catch(() => undefined);
    expect(plans.length).toBeGreaterThan(0);
    expect(plans.filter((plan) => plan.includes('"JIT"'))).toEqual([]);
  });

  it('looks into the transactions that count figures', async () => {
    const plans: string[] = [];
    await foldFigures(planning(database, plans));
    for (const table of ['figure_sums', 'figure_days', 'access_changes'])
      expect(
        plans.filter((plan) => plan.includes(`"Operation":"Delete"`) && plan.includes(`"${table}"`)),
      ).not.toEqual([]);
  });
});
