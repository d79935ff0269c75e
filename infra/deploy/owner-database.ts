import { isCloudSql } from './settings/database-settings';
import {
  DATABASE_URLS,
  latestOf,
  OWNER_PASSWORD,
  type Installation,
  type SecretVariable,
} from './installation';

/**
 * The variables of a command that works on the database as the owner of its schema. It reads the password or the URLs from
 * Secret Manager. `instance` names another Cloud SQL instance than the installation's.
 */
export function ownerDatabase(
  installation: Installation,
  instance = installation.database.instance,
): Record<string, string> {
  const { settings, database } = installation;
  const { project, region } = settings;
  const stored = (variable: SecretVariable) => latestOf(installation, variable);
  // Google counts a person's calls against a project of theirs.
  const quota = { GOOGLE_CLOUD_QUOTA_PROJECT: project };
  if (!isCloudSql(settings))
    return {
      ...quota,
      ...Object.fromEntries(DATABASE_URLS.map((variable) => [variable, stored(variable)])),
      ...(settings.database.pooler && { DATABASE_POOLER: settings.database.pooler }),
    };
  return {
    ...quota,
    CLOUD_SQL_INSTANCE: `${project}:${region}:${instance}`,
    DATABASE_NAME: database.name,
    DATABASE_USER: database.owner,
    DATABASE_PASSWORD: stored(OWNER_PASSWORD),
  };
}
