import { OWNER_PASSWORD, type SecretVariable } from '../installation';

/** The service account that deploys from Cloud Build. */
export const DEPLOYER = 'deployer';

/**
 * What a release changes, and to see all the rest. It can neither make accounts nor give roles, and reads three secrets:
 * a deploy that needs more than that stops and says so, and a person does it once. Whoever may push to the branch that
 * it builds can do all of this.
 */
export const DEPLOYER_ROLES: Readonly<Record<string, string>> = {
  'roles/iam.securityReviewer': 'see who has which role and which secret, to compare',
  'roles/serviceusage.serviceUsageConsumer': 'see which APIs are enabled, and call them',
  'roles/secretmanager.viewer': 'see which versions of secrets there are, not what they are',
  'roles/cloudsql.viewer': 'see how the database is set up',
  'roles/cloudsql.client': 'connect to it, to migrate',
  'roles/compute.viewer': 'see the load balancer',
  'roles/cloudfunctions.developer': 'deploy the functions',
  'roles/run.admin': 'move traffic to them and let the world call them',
  'roles/cloudscheduler.admin': 'keep the schedule of the worker',
  'roles/monitoring.editor': 'keep alarms and dashboard as they are in the release',
  'roles/logging.configWriter': 'keep the log-based metrics, too',
  'roles/logging.logWriter': 'write the log of the build',
};

/** What migrating and setting Telegram's webhook need. */
export const DEPLOYER_SECRETS: readonly SecretVariable[] = [
  OWNER_PASSWORD,
  'TELEGRAM_BOT_TOKEN',
  'TELEGRAM_WEBHOOK_SECRET',
];
