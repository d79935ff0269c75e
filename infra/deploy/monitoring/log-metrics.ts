import type { Installation } from '../installation';
import type { Json } from '../definition';

/** A number that Cloud Logging makes of log lines: https://cloud.google.com/logging/docs/logs-based-metrics */
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
} as const;

/** Under which name a metric is made; two installations can share a project. */
const metricName = ({ settings }: Installation, metric: keyof typeof METRICS): string =>
  `${settings.name}_${METRICS[metric]}`;

export const metricType = (installation: Installation, metric: keyof typeof METRICS): string =>
  `logging.googleapis.com/user/${metricName(installation, metric)}`;

const lines = ({ service }: Installation, event: string): string =>
  [
    'resource.type="cloud_run_revision"',
    `resource.labels.service_name=("${service('worker')}" OR "${service('paymentIpn')}")`,
    `jsonPayload.message="${event}"`,
  ].join(' AND ');

/** How many lines there are, for each value of one field. Such a field has few values: each is a time series. */
const counted = (field?: string): Json => ({
  metricDescriptor: {
    metricKind: 'DELTA',
    valueType: 'INT64',
    unit: '1',
    ...(field !== undefined && { labels: [{ key: field, valueType: 'STRING' }] }),
  },
  ...(field !== undefined && { labelExtractors: { [field]: `EXTRACT(jsonPayload.${field})` } }),
});

/** How a number in the lines is spread. From 1 to 2^24: a second to half a year, or one promise to sixteen million. */
const spread = (field: string, unit: string): Json => ({
  metricDescriptor: { metricKind: 'DELTA', valueType: 'DISTRIBUTION', unit },
  valueExtractor: `EXTRACT(jsonPayload.${field})`,
  bucketOptions: { exponentialBuckets: { numFiniteBuckets: 48, growthFactor: Math.SQRT2, scale: 1 } },
});

const TABLE = [
  ['alarmRaised', 'alarm.raised', counted('alarm'), 'Alarms that are on, once a minute each'],
  ['statusObserved', 'status.observed', counted(), 'Looks at how things stand, one a minute'],
  ['outboxDue', 'status.observed', spread('outboxDue', '1'), 'Promises that are due'],
  ['outboxAge', 'status.observed', spread('outboxOldestDueSeconds', 's'), 'Age of the oldest due promise'],
  ['paymentJudged', 'payment.judged', counted('outcome'), 'Payments taken in, by what came of them'],
] as const;

export const logMetrics = (installation: Installation): LogMetric[] =>
  TABLE.map(([metric, event, shape, does]) => ({
    name: metricName(installation, metric),
    definition: { description: `TelePay: ${does}`, filter: lines(installation, event), ...shape },
  }));
