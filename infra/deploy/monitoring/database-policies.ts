import { isCloudSql } from '../database-settings';
import type { Installation } from '../installation';
import { above, inPromql, RUN, whileTrue } from './conditions';
import { metricType } from './log-metrics';
import type { AlertPolicy } from './policy';

const DISK_SHARE = 0.8;
const CPU_SHARE = 0.9;
const CONNECTIONS_SHARE = 0.8;

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
          'Compare the user and the password in DATABASE_URL with the database, and look whether the user may connect.',
      };

function loginRefused(installation: Installation): AlertPolicy {
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

const onDatabase = ({ settings, database }: Installation, metric: string): string =>
  `metric.type="cloudsql.googleapis.com/database/${metric}" AND resource.type="cloudsql_database" AND resource.labels.database_id="${settings.project}:${database.instance}"`;

/** The mean of one minute, of the whole instance. */
const AVERAGE = { alignmentPeriod: '60s', perSeriesAligner: 'ALIGN_MEAN' };
/** The sum over all databases in the instance. */
const SUM = {
  ...AVERAGE,
  crossSeriesReducer: 'REDUCE_SUM',
  groupByFields: ['resource.labels.database_id'],
};

export function databasePolicies(installation: Installation): AlertPolicy[] {
  // The operator of a database at a URL watches it.
  if (!isCloudSql(installation.settings)) return [loginRefused(installation)];
  const { max_connections } = installation.settings.database;
  const most = Math.floor(CONNECTIONS_SHARE * max_connections);
  return [
    loginRefused(installation),
    {
      id: 'database_disk',
      title: 'The database’s disk is 80 % full',
      severity: 'WARNING',
      meaning:
        'The disk should grow automatically. It has reached its limit, or data is written faster than it grows.',
      remedy: 'Raise the limit of the automatic growth, or move old rows away as the runbook says.',
      condition: above({
        filter: onDatabase(installation, 'disk/utilization'),
        threshold: DISK_SHARE,
        forSeconds: 300,
        aggregation: AVERAGE,
      }),
    },
    {
      id: 'database_connections',
      title: `More than ${most} of ${max_connections} connections are open`,
      severity: 'ERROR',
      meaning: 'At the limit, the database refuses connections and functions answer 503.',
      remedy:
        'Look for instances of old revisions that do not end, and for commands that are still connected. Then lower max_instances or raise database.max_connections.',
      condition: above({
        filter: onDatabase(installation, 'postgresql/num_backends'),
        threshold: most,
        forSeconds: 300,
        aggregation: SUM,
      }),
    },
    {
      id: 'database_cpu',
      title: 'The database’s CPU is busy',
      severity: 'WARNING',
      meaning: 'More than 90 % of the CPU has been in use for ten minutes, so answers become slow.',
      remedy: 'Look at the slowest queries. If they are normal, choose a larger tier.',
      condition: above({
        filter: onDatabase(installation, 'cpu/utilization'),
        threshold: CPU_SHARE,
        forSeconds: 600,
        aggregation: AVERAGE,
      }),
    },
  ];
}
