import { TARGETS } from '../../../functions/variables';
import { isCloudSql } from '../settings/database-settings';
import type { Installation } from '../installation';
import type { Json } from '../definition';

/** A metric that Cloud Logging derives from log lines: https://cloud.google.com/logging/docs/logs-based-metrics */
export interface LogMetric {
  readonly name: string;
  readonly definition: Json;
}

export const METRICS = {
  alarmRaised: 'alarm_raised',
  statusObserved: 'status_observed',
  outboxDue: 'outbox_due',
  outboxAge: 'outbox_age',
  paymentJudged: 'payment_judged',
  loginRefused: 'login_refused',
  backupFailed: 'backup_failed',
} as const;

/** The name of a metric. It starts with the installation's name, because two installations can share a project. */
const metricName = ({ settings }: Installation, metric: keyof typeof METRICS): string =>
  `${settings.name}_${METRICS[metric]}`;

export const metricType = (installation: Installation, metric: keyof typeof METRICS): string =>
  `logging.googleapis.com/user/${metricName(installation, metric)}`;

const lines = ({ service }: Installation, event: string): string =>
  [
    'resource.type="cloud_run_revision"',
    `resource.labels.service_name=(${TARGETS.map((target) => `"${service(target)}"`).join(' OR ')})`,
    `jsonPayload.message="${event}"`,
  ].join(' AND ');

/** Counts lines for each value of a field. Use a field with few values, because each value is a time series. */
const counted = (field?: string): Json => ({
  metricDescriptor: {
    metricKind: 'DELTA',
    valueType: 'INT64',
    unit: '1',
    ...(field !== undefined && { labels: [{ key: field, valueType: 'STRING' }] }),
  },
  ...(field !== undefined && { labelExtractors: { [field]: `EXTRACT(jsonPayload.${field})` } }),
});

/** The distribution of a number in the lines, from 1 to 2^24: a second to half a year, or one promise to sixteen million. */
const spread = (field: string, unit: string): Json => ({
  metricDescriptor: { metricKind: 'DELTA', valueType: 'DISTRIBUTION', unit },
  valueExtractor: `EXTRACT(jsonPayload.${field})`,
  bucketOptions: { exponentialBuckets: { numFiniteBuckets: 48, growthFactor: Math.SQRT2, scale: 1 } },
});

/**
 * Google's lines about a nightly backup that did not succeed. The line names the status in `windowStatus`:
 * https://cloud.google.com/sql/docs/postgres/backup-recovery/view-audit-logs-for-automated-backups
 */
const failedBackups = ({ settings, database }: Installation): string =>
  [
    `logName="projects/${settings.project}/logs/cloudaudit.googleapis.com%2Fsystem_event"`,
    'resource.type="cloudsql_database"',
    `resource.labels.database_id="${settings.project}:${database.instance}"`,
    'protoPayload.methodName="cloudsql.instances.automatedBackup"',
    '(severity>=ERROR OR protoPayload.metadata.windowStatus=~"FAIL|OVERDUE|SKIP")',
  ].join(' AND ');

const TABLE = [
  ['alarmRaised', 'alarm.raised', counted('alarm'), 'Alarms that are on, each once a minute'],
  ['statusObserved', 'status.observed', counted(), 'Status checks, one per minute'],
  ['outboxDue', 'status.observed', spread('outboxDue', '1'), 'Promises that are due'],
  ['outboxAge', 'status.observed', spread('outboxOldestDueSeconds', 's'), 'Age of the oldest due promise'],
  ['paymentJudged', 'payment.judged', counted('outcome'), 'Payments by outcome'],
  ['loginRefused', 'database.login_refused', counted('reason'), 'Refused logins, one a minute per instance'],
] as const;

const ofBackups = (installation: Installation): LogMetric => ({
  name: metricName(installation, 'backupFailed'),
  definition: {
    description: 'TelePay: Backups of the database that did not succeed',
    filter: failedBackups(installation),
    ...counted(),
  },
});

export const logMetrics = (installation: Installation): LogMetric[] => [
  ...TABLE.map(([metric, event, shape, does]) => ({
    name: metricName(installation, metric),
    definition: { description: `TelePay: ${does}`, filter: lines(installation, event), ...shape },
  })),
  ...(isCloudSql(installation.settings) ? [ofBackups(installation)] : []),
];
