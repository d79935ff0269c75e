import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keepRows } from '../../tests/support/keep-rows';
import { createTestDatabase, useTestDatabase } from '../../tests/support/test-database';
import { addToCounters } from '../../shared/database/operations/counters';
import { saveObservation } from '../../shared/database/operations/observations';
import type { Database } from '../../shared/database/connection/pool';
import { SCHEMA_VERSION } from '../../shared/database/connection/schema/schema-version';
import { ALARMS } from '../../shared/domain/operations/alarms';
import { BadRequest, Unavailable } from '../../shared/errors';
import { fakeRequest } from '../../tests/support/fake-request';
import { parseExposition } from '../../tests/support/parse-exposition';
import { healthHandler, statusHandler, type HealthDependencies } from './handler';
import type { Status } from './status';

const test = useTestDatabase();
let restore: () => Promise<void>;
beforeAll(async () => {
  restore = await keepRows(test);
});

const deps = (database: Database): HealthDependencies & { advance: (ms: number) => void } => {
  let now = 0;
  return {
    database,
    service: 's',
    version: 'v',
    isAllowlistDisabled: true,
    configuration: { database: 'url' },
    now: () => now,
    advance: (ms) => void (now += ms),
  };
};

/** A database that is down, or answers with a schema version. Counts how often it is asked. */
function fakeDatabase(answers: readonly (number | 'away')[]) {
  let asked = 0;
  const next = () => answers[Math.min(asked++, answers.length - 1)] ?? 'away';
  let answer: number | 'away' = 'away';
  const database = {
    healthCheck: async () => (answer = next()) !== 'away',
    query: async () => {
      if (answer === 'away') throw new Unavailable('away');
      return [{ version: answer }];
    },
  } as Partial<Database> as Database;
  return { database, asked: () => asked };
}

const ask = (handler: ReturnType<typeof healthHandler>, query = '') =>
  handler(fakeRequest({ method: 'GET', path: '/health', query: new URLSearchParams(query) }));

describe('/health', () => {
  it('answers 503 with the reason if the database does not answer', async () => {
    const given = deps(fakeDatabase([SCHEMA_VERSION, 'away']).database);
    const handler = healthHandler(given);
    expect((await ask(handler)).status).toBe(200);
    given.advance(5_000);
    expect(await ask(handler)).toMatchObject({
      status: 503,
      body: {
        status: 'unhealthy',
        components: { database: 'unhealthy', notification_service: 'unhealthy' },
        schema: { found: null },
        problem: 'the database does not answer',
      },
    });
  });

  it('answers 503 if the schema is older than this code', async () => {
    const handler = healthHandler(deps(fakeDatabase([SCHEMA_VERSION - 1]).database));
    expect(await ask(handler)).toMatchObject({
      status: 503,
      body: {
        components: { database: 'healthy', schema: 'unhealthy' },
        schema: { found: SCHEMA_VERSION - 1, needed: SCHEMA_VERSION },
        problem: expect.stringContaining('run npm run migrate') as string,
      },
    });
  });

  it('answers 200 if the schema is newer', async () => {
    const handler = healthHandler(deps(fakeDatabase([SCHEMA_VERSION + 1]).database));
    expect(await ask(handler)).toMatchObject({ status: 200, body: { components: { schema: 'healthy' } } });
  });

  it('answers 503 for a restored database with an old schema', async () => {
    const restored = await createTestDatabase();
    const handler = healthHandler(deps(restored.database));
    await restored.database.query((sql) => sql`drop table schema_migrations`);
    expect(await ask(handler)).toMatchObject({ status: 503, body: { schema: { found: 0 } } });
    await restored.close();
  });

  it('asks the database once in a few seconds, however many requests come', async () => {
    const { database, asked } = fakeDatabase([SCHEMA_VERSION]);
    const given = deps(database);
    const handler = healthHandler(given);
    await Promise.all(Array.from({ length: 50 }, () => ask(handler)));
    expect(asked()).toBe(1);
    given.advance(3_000);
    await ask(handler);
    expect(asked()).toBe(2);
  });

  it('waits for a slow database instead of asking it again', async () => {
    const waiting: ((isHealthy: boolean) => void)[] = [];
    const healthCheck = () => new Promise<boolean>((answer) => waiting.push(answer));
    const query = async () => [{ version: SCHEMA_VERSION }];
    const given = deps({ healthCheck, query } as Partial<Database> as Database);
    const handler = healthHandler(given);
    const first = ask(handler);
    given.advance(10_000);
    const second = ask(handler);
    expect(waiting).toHaveLength(1);
    waiting[0]!(true);
    expect([(await first).status, (await second).status]).toEqual([200, 200]);
    given.advance(2_999);
    await ask(handler);
    expect(waiting).toHaveLength(1);
    given.advance(1);
    const third = ask(handler);
    expect(waiting).toHaveLength(2);
    waiting[1]!(true);
    await third;
  });

  it('does not cache a failure', async () => {
    let asked = 0;
    const healthCheck = async () => {
      asked += 1;
      if (asked === 1) throw new Error('a fault');
      return true;
    };
    const query = async () => [{ version: SCHEMA_VERSION }];
    const handler = healthHandler(deps({ healthCheck, query } as Partial<Database> as Database));
    await expect(ask(handler)).rejects.toThrow('a fault');
    expect((await ask(handler)).status).toBe(200);
    await ask(handler);
    expect(asked).toBe(2);
  });

  it('answers `probe=live` without asking the database', async () => {
    const { database, asked } = fakeDatabase(['away']);
    expect(await ask(healthHandler(deps(database)), 'probe=live')).toEqual({
      status: 200,
      body: { status: 'healthy', service: 's', version: 'v' },
    });
    expect(asked()).toBe(0);
  });

  it.each(['probe=', 'probe=alive', 'probe=live&probe=ready', 'probe=LIVE'])('refuses %s', async (query) => {
    const handler = healthHandler(deps(fakeDatabase([SCHEMA_VERSION]).database));
    await expect(ask(handler, query)).rejects.toThrow(BadRequest);
  });

  it('reports that the address list is switched off', async () => {
    const handler = healthHandler(deps(fakeDatabase([SCHEMA_VERSION]).database));
    expect((await ask(handler, 'probe=ready')).body).toMatchObject({
      security: { hmac: 'enabled', ip_whitelist: 'disabled' },
      configuration: { database: 'url' },
    });
  });
});

describe('/status', () => {
  const targets = ['paymentIpn', 'health'];
  const askStatus = async (accept?: string, service = 's') => {
    const counts = () => ({ requests: 3, errors: 2, refused: 1 });
    const handler = statusHandler({
      ...deps(test.database),
      service,
      counts,
      targets,
      clientAddressOf: ({ remoteAddress }) => `counted ${remoteAddress}`,
    });
    return handler(fakeRequest({ method: 'GET', path: '/status', ...(accept && { headers: { accept } }) }));
  };
  beforeEach(async () => {
    await restore();
    await addToCounters(test.database, [
      ['requests.paymentIpn', 40],
      ['errors.paymentIpn', 4],
      ['refused.paymentIpn', 7],
      ['ipn_signature_refused', 2],
    ]);
    await test.advance('2 hours');
    await addToCounters(test.database, [['requests.paymentIpn', 2]]);
  });

  it('says for which address the caller is counted', async () => {
    const { body } = await askStatus();
    expect(body).toMatchObject({ client_address: expect.stringMatching(/^counted ./) as string });
  });

  it('reports this instance, all instances, totals, the last hour', async () => {
    const { status, body } = await askStatus();
    expect({ status, body }).toMatchObject({
      status: 200,
      body: {
        service: 's',
        version: 'v',
        instance: { uptime_seconds: 0, requests: 3, errors: 2, refused: 1, pool: { waiting: 0 } },
        schema: { found: SCHEMA_VERSION, needed: SCHEMA_VERSION },
        functions: {
          paymentIpn: {
            requests: 42,
            errors: 4,
            refused: 7,
            last_hour: { requests: 2, errors: 0, refused: 0 },
          },
          health: { requests: 0, errors: 0, refused: 0, last_hour: { requests: 0, errors: 0, refused: 0 } },
        },
        product: {
          ipn_signature_refused: 2,
          outbox_due: 0,
          outbox_oldest_due_seconds: null,
          last_ipn_seconds: null,
        },
        telegram: null,
        alarms: [],
      },
    });
  });

  it('names every field in snake_case, beside its name in the previous release', async () => {
    const { body } = await askStatus();
    expect(body).toMatchObject({
      instance: { pool: { in_use: 0, inUse: 0 } },
      functions: { paymentIpn: { last_hour: { requests: 2 }, lastHour: { requests: 2 } } },
      product: { outbox_due: 0, outboxDue: 0, ipnSignatureRefused: 2 },
    });
    expect((body as Status).functions).not.toHaveProperty('payment_ipn');
  });

  it.each(['text/plain', 'application/openmetrics-text'])(
    'reports the same as metrics if the caller accepts %s',
    async (accept) => {
      const reply = await askStatus(accept);
      expect(reply.headers).toEqual({
        Vary: 'Accept',
        'Content-Type': 'text/plain; version=0.0.4; charset=utf-8',
      });
      const families = parseExposition(String(reply.body));
      const { body } = await askStatus();
      const status = body as Status;
      const valueOf = (name: string, labels = {}) =>
        families.get(name)?.samples.find((sample) => JSON.stringify(sample.labels) === JSON.stringify(labels))
          ?.value;
      expect([...families.keys()].filter((name) => !name.startsWith('telepay_'))).toEqual([]);
      expect(valueOf('telepay_requests_total', { function: 'paymentIpn' })).toBe(42);
      expect(valueOf('telepay_instance_errors_total')).toBe(status.instance.errors);
      expect(valueOf('telepay_schema_version', { which: 'needed' })).toBe(SCHEMA_VERSION);
      expect(families.get('telepay_requests_total')?.type).toBe('counter');
      // What never happened has no age, so it has no sample.
      expect(families.has('telepay_last_ipn_age_seconds')).toBe(false);
      expect(families.get('telepay_alarm')?.samples).toEqual(
        ALARMS.map(({ name }) => ({ labels: { alarm: name }, value: 0 })),
      );
    },
  );

  it('reports the alarms that are on, with the start if a worker saw it', async () => {
    await test.database.query(
      (sql) => sql`
        insert into outbox (kind, payload, idempotency_key, due_at, expires_at)
        values ('send_message', '{}', 'late', app_now() - interval '6 minutes', app_now())`,
    );
    const since = '2026-01-01T00:00:00.000Z';
    await saveObservation(test.database, 'status', { alarms: { outbox_age: since } });
    const { body } = await askStatus();
    expect((body as Status).alarms).toEqual([
      { name: 'outbox_age', severity: 'error', value: expect.any(Number) as number, threshold: 300, since },
    ]);
    const families = parseExposition(String((await askStatus('text/plain')).body));
    const on = families.get('telepay_alarm')?.samples.filter(({ value }) => value === 1);
    expect(on).toEqual([{ labels: { alarm: 'outbox_age' }, value: 1 }]);
  });

  it('has every metric that the rules of Prometheus read', async () => {
    const rules = readFileSync(join(__dirname, '../../infra/prometheus/telepay.rules.yaml'), 'utf8');
    const read = [...rules.matchAll(/\btelepay_\w+/g)].map(([name]) => name);
    await saveObservation(test.database, 'status', { alarms: {} });
    await test.advance('7 minutes');
    const families = parseExposition(String((await askStatus('text/plain')).body));
    expect([...families.keys()]).toEqual(expect.arrayContaining(read));
    expect(families.get('telepay_last_look_age_seconds')?.samples).toEqual([{ labels: {}, value: 420 }]);
  });

  it('escapes every character of a label', async () => {
    const odd = 'a "quoted"\nback\\slash, {braces} and ünïcode';
    const families = parseExposition(String((await askStatus('text/plain', odd)).body));
    expect(families.get('telepay_build_info')?.samples).toEqual([
      { labels: { service: odd, version: 'v' }, value: 1 },
    ]);
  });
});
