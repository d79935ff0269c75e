import { isCloudSql } from '../settings/database-settings';
import { DATABASE_URLS, OWNER_PASSWORD, type SecretVariable } from '../installation';
import type { Settings } from '../settings/settings';

/** The service account that deploys from Cloud Build. */
export const DEPLOYER = 'deployer';

/** The service account that tests in Cloud Build. It runs the code of every package, so it may only write its own log. */
export const TESTER = 'tester';
export const TESTER_ROLES = ['roles/logging.logWriter'];

/**
 * The rights to change what a release changes, and to see everything else. The deployer can neither create accounts nor give
 * roles, and reads only the secrets that a deploy needs itself. A deploy that needs more stops and says so, and a person deploys once. Anyone who may
 * push to the branch that it builds has all of these rights.
 */
export const DEPLOYER_ROLES: Readonly<Record<string, string>> = {
  'roles/iam.securityReviewer': 'compare which account has which role and which secret',
  'roles/serviceusage.serviceUsageConsumer': 'see which APIs are enabled, and call them',
  'roles/secretmanager.viewer': 'see which versions of secrets exist, but not their values',
  'roles/cloudsql.viewer': 'see the settings of the database',
  'roles/cloudsql.client': 'connect to the database, to migrate',
  'roles/compute.viewer': 'see the load balancer',
  'roles/artifactregistry.reader': 'see which images are cleaned up',
  'roles/cloudfunctions.developer': 'deploy the functions',
  'roles/run.admin': 'move traffic to the functions, and let everyone call them in either way',
  'roles/cloudscheduler.admin': 'update the schedule of the worker',
  'roles/cloudtasks.queueAdmin': 'update the queue that wakes the worker, and start it again',
  'roles/monitoring.editor': 'update the alerts and the dashboard',
  'roles/logging.configWriter': 'update the log-based metrics',
  'roles/logging.logWriter': 'write the log of the build',
};

/** The roles that the deployer needs in this installation. */
export const deployerRoles = (settings: Settings): string[] =>
  Object.keys(DEPLOYER_ROLES).filter((role) => isCloudSql(settings) || !role.startsWith('roles/cloudsql.'));

/** The secrets that the migrations and Telegram's webhook need. */
export function deployerSecrets(settings: Settings): SecretVariable[] {
  const database: readonly SecretVariable[] = isCloudSql(settings) ? [OWNER_PASSWORD] : DATABASE_URLS;
  return [...database, 'TELEGRAM_BOT_TOKEN', 'TELEGRAM_WEBHOOK_SECRET'];
}
