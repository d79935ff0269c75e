import type { Installation } from '../installation';
import { isCloudSql } from '../settings/database-settings';
import { inPromql, RUN, whileTrue } from './conditions';
import { metricType } from './log-metrics';
import type { AlertPolicy } from './policy';

/**
 * Each function logs a refused login itself, because it can't count one in the database. It does so once a minute, so
 * that one refusal, as during a rotation, ends before this time.
 */
const REFUSED_FOR_SECONDS = 180;

const REFUSED =
  'For minutes, a function has not been let into the database, so it answers 503. The alert names the function and the reason:';

const wordsOf = ({ settings }: Installation): Pick<AlertPolicy, 'meaning' | 'remedy'> =>
  isCloudSql(settings)
    ? {
        meaning: `${REFUSED} \`password\`, \`user\`, \`connect_privilege\`, \`no_credentials\` (no service account) or \`no_role\` (it lacks roles/cloudsql.client).`,
        remedy:
          'Run the deploy again: it creates the logins and grants their roles. With a password, compare DATABASE_URL or DATABASE_PASSWORD with the database.',
      }
    : {
        meaning: `${REFUSED} \`password\`, \`user\` or \`connect_privilege\`.`,
        remedy:
          'Compare the user and the password in DATABASE_URL with the database, and check that the user may connect.',
      };

/** The alert of a function that the database does not let in. */
export function loginRefused(installation: Installation): AlertPolicy {
  const refused = inPromql(metricType(installation, 'loginRefused'));
  return {
    id: 'database_login_refused',
    title: 'The database refuses a function’s login',
    severity: 'CRITICAL',
    ...wordsOf(installation),
    condition: whileTrue(
      `sum by (service_name, reason) (increase(${refused}{${RUN}}[2m])) > 0`,
      REFUSED_FOR_SECONDS,
    ),
  };
}
