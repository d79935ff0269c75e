import { sql, type Breakage } from './breakage';

export const CONFIGURATION: readonly Breakage[] = [
  {
    name: 'a variable is missing',
    code: 'configuration',
    unchecked: ['NOWPayments key', 'Payout coin', 'NOWPayments log-in'],
    remedy: /^Correct NOWPAYMENTS_API_KEY, read by worker;/,
    variables: () => ({ NOWPAYMENTS_API_KEY: '' }),
  },
  {
    name: 'a variable is malformed',
    code: 'configuration',
    unchecked: ['Bot', 'Bot username', 'Bot profile', 'Webhook', 'Channels', 'Owners'],
    remedy: /^Correct TELEGRAM_BOT_TOKEN, read by telegramWebhook, notificationWebhook, worker;/,
    variables: () => ({ TELEGRAM_BOT_TOKEN: 'pasted the wrong thing' }),
  },
  {
    name: 'half of a pair is missing',
    code: 'configuration',
    unchecked: ['NOWPayments log-in'],
    remedy: /^Correct NOWPAYMENTS_EMAIL and NOWPAYMENTS_PASSWORD/,
    variables: () => ({ NOWPAYMENTS_PASSWORD: '' }),
  },
];

/** The checks that need the tables. */
const IN_TABLES = [
  'Channels',
  'Owners',
  'Prices in Stars',
  'IPNs come',
  'Promises',
  'Put aside',
  'Removals',
  'Stars',
];

export const DATABASE: readonly Breakage[] = [
  {
    name: 'no database answers',
    code: 'database.unreachable',
    unchecked: ['Time limit', 'Clock', 'Schema', ...IN_TABLES],
    remedy: /what DATABASE_URL or CLOUD_SQL_INSTANCE says/,
    variables: () => ({ DATABASE_URL: 'postgres://postgres@127.0.0.1:9/telepay' }),
  },
  {
    name: 'the URL names another database',
    code: 'database.unreachable',
    unchecked: ['Time limit', 'Clock', 'Schema', ...IN_TABLES],
    remedy: /what DATABASE_URL or CLOUD_SQL_INSTANCE says/,
    variables: ({ databaseUrl }) => ({ DATABASE_URL: databaseUrl.replace(/\/\w+$/, '/nowhere') }),
  },
  {
    name: 'the schema is old',
    code: 'schema.old',
    unchecked: IN_TABLES,
    remedy: /npm run migrate/,
    cause: sql(
      'update schema_migrations set version = -version where version = (select max(version) from schema_migrations)',
    ),
    undo: sql('update schema_migrations set version = -version where version < 0'),
  },
  {
    name: 'the schema is newer',
    code: 'schema.newer',
    severity: 'warning',
    remedy: /the release that is deployed/,
    cause: sql(`insert into schema_migrations (version, name) values (9999, 'later')`),
    undo: sql('delete from schema_migrations where version = 9999'),
  },
  {
    name: 'the clocks differ',
    code: 'clock.apart',
    severity: 'warning',
    remedy: /time server/,
    cause: (world) => world.moveClock('20 seconds'),
    undo: (world) => world.moveClock('-20 seconds'),
  },
];
