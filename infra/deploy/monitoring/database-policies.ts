import {
  CANCEL_STATEMENT,
  END_SESSION,
  LARGEST_TABLES,
  LONG_SESSIONS,
  WHO_IS_CONNECTED,
} from '../../../shared/database/operations/runbook-queries';
import { isCloudSql } from '../settings/database-settings';
import type { Installation } from '../installation';
import { backupFailed } from './backup-policy';
import { above, minutes, percent } from './conditions';
import { loginRefused } from './login-refused-policy';
import type { AlertPolicy } from './policy';

const sqlBlock = (query: string): string => ['```sql', query, '```'].join('\n');

const DISK_SHARE = 0.8;
const CPU_SHARE = 0.9;
const CONNECTIONS_SHARE = 0.8;

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

const LONG_SECONDS = 600;
const SHORT_SECONDS = 300;

function disk(installation: Installation): AlertPolicy {
  return {
    id: 'database_disk',
    title: `The database’s disk is ${percent(DISK_SHARE)} full`,
    severity: 'WARNING',
    meaning:
      'The disk should grow automatically. It has reached its limit, or data is written faster than it grows.',
    remedy:
      'Raise `database.storage_limit_gb` and deploy. The disk then grows by itself, and can never be made smaller.',
    details: `If it does not grow, make it larger by hand, which needs no restart. Set \`database.storage_limit_gb\` to at least that size, or the next deploy is refused.

\`\`\`sh
gcloud sql instances describe telepay --project=PROJECT --format='value(settings.dataDiskSizeGb, settings.storageAutoResizeLimit)'
gcloud sql instances patch telepay --project=PROJECT --storage-size=300
\`\`\`

The first line shows the size and the limit (0 means none). This shows what grew:

${sqlBlock(LARGEST_TABLES)}

Orders, IPNs and stories are kept for ever; everything else is deleted by itself when its time has passed. When the disk is full, the database stops, functions answer 503, and senders repeat what they send.`,
    condition: above({
      filter: onDatabase(installation, 'disk/utilization'),
      threshold: DISK_SHARE,
      forSeconds: SHORT_SECONDS,
      aggregation: AVERAGE,
    }),
  };
}

function connections(installation: Installation): AlertPolicy {
  const { max_connections } = installation.settings.database;
  const most = Math.floor(CONNECTIONS_SHARE * max_connections);
  return {
    id: 'database_connections',
    title: `More than ${most} of ${max_connections} connections are open`,
    severity: 'ERROR',
    meaning: 'At the limit, the database refuses connections and functions answer 503.',
    remedy:
      'Ask the database who is connected: the runbook has the query. Then end what should not be there, or lower max_instances or raise database.max_connections, and deploy.',
    details: `As the owner of the schema, in psql or in _Cloud SQL Studio_:

${sqlBlock(WHO_IS_CONNECTED)}

Every function connects as \`telepay FUNCTION\` and every command of an operator as \`telepay\`, so the rows say who has the connections:

- **one function, far more than max_instances × its pool**: instances of old revisions have not ended. They do within minutes of a deploy; two revisions side by side are counted in the [table](#how-large-each-function-is).
- **all functions, \`newest\` always some seconds old, most of them \`idle\`**: a reconnect storm. The database restarted or refuses logins, and every instance opens its pool again. It ends by itself once logins succeed: look at [database_login_refused](#database_login_refused) and at the instance's operations.
- **\`idle in transaction\`**: a person's session, or a fault of ours. [database_cpu](#database_cpu) shows how to find and end it.
- **a name that is not ours**: another program uses the database.

A larger \`database.max_connections\` may need a larger tier, and restarts the database for a minute.`,
    condition: above({
      filter: onDatabase(installation, 'postgresql/num_backends'),
      threshold: most,
      forSeconds: SHORT_SECONDS,
      aggregation: SUM,
    }),
  };
}

function cpu(installation: Installation): AlertPolicy {
  return {
    id: 'database_cpu',
    title: `The database has used over ${percent(CPU_SHARE)} of its CPU for ${minutes(LONG_SECONDS)}`,
    severity: 'WARNING',
    meaning: 'Answers become slow, and promises are kept late.',
    remedy: 'Look at the slowest queries. If they are normal, choose a larger tier.',
    details: `In the console, _Cloud SQL → Query insights_ lists the queries by their load. Sales at a peak are normal: choose the tier for the peak hour. A person's export is not. This shows who is at work for long:

${sqlBlock(LONG_SESSIONS)}

\`${CANCEL_STATEMENT}\` ends a statement, \`${END_SESSION}\` the whole session. A function repeats what was ended.`,
    condition: above({
      filter: onDatabase(installation, 'cpu/utilization'),
      threshold: CPU_SHARE,
      forSeconds: LONG_SECONDS,
      aggregation: AVERAGE,
    }),
  };
}

/** The operator of a database at a URL watches it, apart from our own logins. */
export const databasePolicies = (installation: Installation): AlertPolicy[] => [
  loginRefused(installation),
  ...(isCloudSql(installation.settings)
    ? [disk(installation), connections(installation), cpu(installation), backupFailed(installation)]
    : []),
];
