import { TARGETS } from '../../../functions/variables';
import { isCloudSql } from '../settings/database-settings';
import type { Installation } from '../installation';
import { metricType } from './log-metrics';

export interface Chart {
  readonly title: string;
  readonly unit: string;
  /** The metric to draw, of one kind of resource, aligned to one point per minute. */
  readonly filter: string;
  readonly align: string;
  readonly reduce: string;
  readonly by: string;
  readonly columns: number;
}

const onRun = (type: string, services: readonly string[] = []): string =>
  [
    `metric.type="${type}"`,
    'resource.type="cloud_run_revision"',
    ...(services.length > 0
      ? [`resource.labels.service_name=one_of(${services.map((name) => `"${name}"`).join(',')})`]
      : []),
  ].join(' AND ');

const FUNCTION = 'resource.labels.service_name';

export function functionCharts({ service }: Installation): Chart[][] {
  const services = TARGETS.map(service);
  const requests = onRun('run.googleapis.com/request_count', services);
  const rate = { align: 'ALIGN_RATE', reduce: 'REDUCE_SUM', by: FUNCTION, columns: 16 };
  const latency = {
    filter: onRun('run.googleapis.com/request_latencies', services),
    unit: 'ms',
    align: 'ALIGN_DELTA',
    by: FUNCTION,
    columns: 16,
  };
  return [
    [
      { ...rate, title: 'Requests', unit: '1/s', filter: requests },
      {
        ...rate,
        title: '5xx answers',
        unit: '1/s',
        filter: `${requests} AND metric.labels.response_code_class="5xx"`,
      },
      {
        title: 'Instances',
        unit: '1',
        filter: onRun('run.googleapis.com/container/instance_count', services),
        align: 'ALIGN_MAX',
        reduce: 'REDUCE_SUM',
        by: FUNCTION,
        columns: 16,
      },
    ],
    [
      { ...latency, title: 'Latency: median', reduce: 'REDUCE_PERCENTILE_50' },
      { ...latency, title: 'Latency: 95th percentile', reduce: 'REDUCE_PERCENTILE_95' },
      {
        ...latency,
        title: 'Memory: 95th percentile',
        unit: '10^2.%',
        filter: onRun('run.googleapis.com/container/memory/utilizations', services),
        reduce: 'REDUCE_PERCENTILE_95',
      },
    ],
  ];
}

export function productCharts(installation: Installation): Chart[] {
  const worst = { align: 'ALIGN_DELTA', reduce: 'REDUCE_PERCENTILE_99', by: FUNCTION, columns: 16 };
  return [
    {
      ...worst,
      title: 'Age of the oldest due promise',
      unit: 's',
      filter: onRun(metricType(installation, 'outboxAge')),
    },
    { ...worst, title: 'Promises due', unit: '1', filter: onRun(metricType(installation, 'outboxDue')) },
    {
      title: 'Payments by outcome',
      unit: '1',
      filter: onRun(metricType(installation, 'paymentJudged')),
      align: 'ALIGN_DELTA',
      reduce: 'REDUCE_SUM',
      by: 'metric.labels.outcome',
      columns: 16,
    },
  ];
}

export function databaseCharts({ settings, database }: Installation): Chart[] {
  if (!isCloudSql(settings)) return [];
  const chart = (metric: string) => ({
    filter: `metric.type="cloudsql.googleapis.com/database/${metric}" AND resource.type="cloudsql_database" AND resource.labels.database_id="${settings.project}:${database.instance}"`,
    align: 'ALIGN_MEAN',
    reduce: 'REDUCE_SUM',
    by: 'resource.labels.database_id',
    columns: 16,
  });
  return [
    { ...chart('cpu/utilization'), title: 'Database: CPU', unit: '10^2.%' },
    { ...chart('postgresql/num_backends'), title: 'Database: connections', unit: '1' },
    { ...chart('disk/utilization'), title: 'Database: disk', unit: '10^2.%' },
  ];
}

export const alarmsChart = (installation: Installation): Chart => ({
  title: 'Alarms that are on',
  unit: '1',
  filter: onRun(metricType(installation, 'alarmRaised')),
  align: 'ALIGN_DELTA',
  reduce: 'REDUCE_SUM',
  by: 'metric.labels.alarm',
  columns: 24,
});
