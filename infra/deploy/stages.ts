import { npm, type Command } from './command';
import type { Google } from './google';
import { OWNER_PASSWORD, TARGETS, type Installation, type SecretVariable } from './installation';
import type { Resource } from './resource';
import { alertChannels, alertPolicies, unwantedChannels } from './resources/alerts';
import { askForDnsRecord, balancerDoors, balancerPaths, balancerProxies } from './resources/balancer-doors';
import { databaseAndLogins, databaseLogin, instance } from './resources/database';
import { deployerActsAs } from './resources/deployer';
import { functions } from './resources/functions';
import { balancerBackends, balancerParts } from './resources/load-balancer';
import { dashboard, logBasedMetrics, uptimeCheck } from './resources/monitoring';
import { projectRoles, serviceAccounts, services } from './resources/project';
import { scheduler } from './resources/scheduler';
import { secretAccess, secrets } from './resources/secrets';

/** A step of a deploy: what must exist before the next step can be taken. */
export interface Stage {
  readonly title: string;
  readonly resources?: (installation: Installation, google: Google) => Promise<Resource[]>;
  /** What is done at every deploy, after the resources; it must be safe to repeat. */
  readonly always?: (installation: Installation) => readonly Command[];
  /** Google takes only one change at a time of the same policy, or the same instance. */
  readonly oneByOne?: boolean;
  /** What a person has to do or to know in the end. */
  readonly says?: (installation: Installation, google: Google) => Promise<readonly string[]>;
}

/** As the owner of the schema, whose password the command fetches from Secret Manager by itself. */
function migrate({ settings, database, connectionName, secret, account, folder }: Installation): Command {
  const { project } = settings;
  const logins = TARGETS.map((target) => databaseLogin(account(folder(target))));
  const grants = settings.database.login === 'iam' ? ['--', `--grant-to=${logins.join(',')}`] : [];
  return npm(['run', '--silent', 'migrate', ...grants], {
    CLOUD_SQL_INSTANCE: connectionName,
    DATABASE_NAME: database.name,
    DATABASE_USER: database.owner,
    DATABASE_PASSWORD: `sm://projects/${project}/secrets/${secret(OWNER_PASSWORD)}/versions/latest`,
  });
}

/** Every door from outside, as a stranger finds it. */
function smoke({ publicUrl, folder }: Installation): Command {
  const doors = TARGETS.flatMap((target) => [`--${folder(target)}`, publicUrl(target)]);
  // A certificate of Google's for a new domain takes its time.
  return npm(['run', '--silent', 'smoke', '--', ...doors]);
}

/** After the functions, so that a new secret token is known where Telegram brings it. */
function setWebhook({ settings, secret, publicUrl }: Installation): Command {
  const stored = (variable: SecretVariable) =>
    `sm://projects/${settings.project}/secrets/${secret(variable)}/versions/latest`;
  return npm(['run', '--silent', 'webhook', '--', 'set', publicUrl('telegramWebhook')], {
    TELEGRAM_BOT_TOKEN: stored('TELEGRAM_BOT_TOKEN'),
    TELEGRAM_WEBHOOK_SECRET: stored('TELEGRAM_WEBHOOK_SECRET'),
  });
}

/** What stands before the functions at a domain; without one there is nothing to do. */
export const LOAD_BALANCER: readonly Stage[] = [
  { title: 'load balancer: parts', resources: balancerParts },
  { title: 'load balancer: backends', resources: balancerBackends },
  { title: 'load balancer: paths', resources: balancerPaths },
  { title: 'load balancer: proxies', resources: balancerProxies },
  { title: 'load balancer: doors', resources: balancerDoors, says: askForDnsRecord },
];

/** What watches all this, and tells somebody. */
export const MONITORING: readonly Stage[] = [
  { title: 'log-based metrics', resources: logBasedMetrics },
  { title: 'uptime check', resources: uptimeCheck },
  { title: 'alert channels', resources: alertChannels },
  { title: 'alert policies', resources: alertPolicies },
  { title: 'alert channels without use', resources: unwantedChannels },
  { title: 'dashboard', resources: dashboard },
];

/**
 * The whole deploy, in order. Migrations come before the functions: the release that is running works with the newer
 * schema, and the newer release finds it there when traffic moves.
 */
export const STAGES: readonly Stage[] = [
  { title: 'APIs', resources: services },
  { title: 'service accounts', resources: serviceAccounts },
  { title: 'roles in the project', resources: projectRoles, oneByOne: true },
  { title: 'whom the deployer may act as', resources: deployerActsAs, oneByOne: true },
  { title: 'secrets', resources: secrets },
  { title: 'who may read which secret', resources: secretAccess, oneByOne: true },
  { title: 'database instance', resources: instance },
  { title: 'database and logins', resources: databaseAndLogins, oneByOne: true },
  { title: 'schema', always: (installation) => [migrate(installation)] },
  { title: 'functions', resources: functions },
  { title: 'schedule', resources: scheduler },
  ...LOAD_BALANCER,
  ...MONITORING,
  { title: 'smoke test', always: (installation) => [smoke(installation)] },
  { title: 'webhook', always: (installation) => [setWebhook(installation)] },
];
