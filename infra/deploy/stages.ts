import { TARGETS } from '../../functions/variables';
import { npm, type Command } from './command';
import type { Google } from './google';
import { latestOf, type Installation, type SecretVariable } from './installation';
import { ownerDatabase } from './owner-database';
import type { Resource } from './resource';
import { alertChannels, saySilentChannels, unwantedChannels } from './resources/alert-channels';
import { alertPolicies } from './resources/alerts';
import { askForDnsRecord, balancerEndpoints, balancerProxies } from './resources/balancer-endpoints';
import { balancerPaths } from './resources/balancer-paths';
import { databaseAndLogins, databaseLogin, instance } from './resources/database';
import { deployerActsAs } from './resources/deployer';
import { functions } from './resources/functions';
import { imageCleanUp } from './resources/images';
import { balancerBackends, balancerParts } from './resources/load-balancer';
import { dashboard, logBasedMetrics, uptimeCheck } from './resources/monitoring';
import { projectRoles, serviceAccounts, services } from './resources/project';
import { queue, queueRoles, wakersActAs } from './resources/queue';
import { scheduler } from './resources/scheduler';
import { derivedKeys, secretAccess, secrets } from './resources/secrets';
import { runtimeWarning } from './settings/runtimes';

/** A step of a deploy. Its resources must exist before the next step starts. */
export interface Stage {
  readonly title: string;
  readonly resources?: (installation: Installation, google: Google) => Promise<Resource[]>;
  /** Commands that run at every deploy, after the resources. They must be safe to repeat. */
  readonly always?: (installation: Installation) => readonly Command[];
  /** Google accepts only one change at a time to the same policy or instance. */
  readonly oneByOne?: boolean;
  /**
   * Of a project that has none of them, the first is made alone, because Google then makes what all of them share:
   * https://github.com/firebase/firebase-tools/issues/5588
   */
  readonly firstAlone?: boolean;
  /** What the operator has to do or to know at the end. */
  readonly says?: (installation: Installation, google: Google) => Promise<readonly string[]>;
}

/** Migrates as the owner of the schema. At a URL, the command itself finds the login of the functions. */
function migrate(installation: Installation): Command {
  const { settings, account, folder } = installation;
  const logins = TARGETS.map((target) => `${target}=${databaseLogin(account(folder(target)))}`);
  const grants = settings.database.login === 'iam' ? ['--', `--grant-to=${logins.join(',')}`] : [];
  return npm(['run', '--silent', 'migrate', ...grants], ownerDatabase(installation));
}

/** Calls every endpoint from outside, as a stranger. */
function smoke({ publicUrl, folder }: Installation): Command {
  const endpoints = TARGETS.flatMap((target) => [`--${folder(target)}`, publicUrl(target)]);
  return npm(['run', '--silent', 'smoke', '--', ...endpoints]);
}

/** A command about Telegram's webhook, with the secrets that it reads. */
function webhook(
  installation: Installation,
  words: readonly string[],
  secrets: readonly SecretVariable[],
): Command {
  return npm(['run', '--silent', 'webhook', '--', ...words], {
    GOOGLE_CLOUD_QUOTA_PROJECT: installation.settings.project,
    ...Object.fromEntries(secrets.map((variable) => [variable, latestOf(installation, variable)])),
  });
}

/** Runs after the functions are deployed, so that they know a new secret token before Telegram sends it. */
export const setWebhook = (installation: Installation): Command =>
  webhook(
    installation,
    ['set', installation.publicUrl('telegramWebhook')],
    ['TELEGRAM_BOT_TOKEN', 'TELEGRAM_WEBHOOK_SECRET'],
  );

/** Telegram keeps what it cannot deliver. */
export const deleteWebhook = (installation: Installation): Command =>
  webhook(installation, ['delete'], ['TELEGRAM_BOT_TOKEN']);

/** The load balancer in front of the functions. Without a domain, these stages do nothing. */
export const LOAD_BALANCER: readonly Stage[] = [
  { title: 'load balancer: parts', resources: balancerParts },
  { title: 'load balancer: backends', resources: balancerBackends },
  { title: 'load balancer: paths', resources: balancerPaths },
  { title: 'load balancer: proxies', resources: balancerProxies },
  { title: 'load balancer: endpoints', resources: balancerEndpoints, says: askForDnsRecord },
];

/** Monitoring, and the alerts that it sends. */
export const MONITORING: readonly Stage[] = [
  { title: 'log-based metrics', resources: logBasedMetrics },
  { title: 'uptime check', resources: uptimeCheck },
  { title: 'alert channels', resources: alertChannels, says: saySilentChannels },
  { title: 'alert policies', resources: alertPolicies },
  { title: 'unused alert channels', resources: unwantedChannels },
  { title: 'dashboard', resources: dashboard },
];

/**
 * The whole deploy, in order. Migrations come before the functions: the running release works with the newer schema, and
 * the new release finds it in place when traffic moves.
 */
export const STAGES: readonly Stage[] = [
  { title: 'APIs', resources: services },
  { title: 'service accounts', resources: serviceAccounts },
  { title: 'roles in the project', resources: projectRoles, oneByOne: true },
  { title: 'accounts that the deployer may act as', resources: deployerActsAs, oneByOne: true },
  { title: 'secrets', resources: secrets },
  { title: 'keys that derive from them', resources: derivedKeys },
  { title: 'access to secrets', resources: secretAccess, oneByOne: true },
  { title: 'database instance', resources: instance },
  { title: 'database and logins', resources: databaseAndLogins, oneByOne: true },
  { title: 'schema', always: (installation) => [migrate(installation)] },
  { title: 'queue', resources: queue },
  { title: 'roles on the queue', resources: queueRoles, oneByOne: true },
  { title: 'accounts that may wake the worker', resources: wakersActAs, oneByOne: true },
  {
    title: 'functions',
    resources: functions,
    firstAlone: true,
    says: (installation) => Promise.resolve(runtimeWarning(installation)),
  },
  // Immediately after the functions, because a new revision refuses updates until Telegram knows its secret token.
  { title: 'webhook', always: (installation) => [setWebhook(installation)] },
  // After the functions, because Google makes the repository of their images with the first of them.
  { title: 'images', resources: imageCleanUp },
  { title: 'schedule', resources: scheduler },
  ...LOAD_BALANCER,
  ...MONITORING,
  { title: 'smoke test', always: (installation) => [smoke(installation)] },
];
