import type { Json } from '../definition';

/** A condition of an alert policy: https://cloud.google.com/monitoring/api/ref_v3/rest/v3/projects.alertPolicies#condition */
export type Condition = Json;

/**
 * On while the query has an answer, for as long as `forSeconds`. The metrics that are made of log lines do not exist
 * before their first line, and Google would refuse a condition on them, were it not told to let that be.
 */
export const whileTrue = (query: string, forSeconds: number): Condition => ({
  conditionPrometheusQueryLanguage: {
    query,
    duration: `${forSeconds}s`,
    evaluationInterval: '60s',
    disableMetricValidation: true,
  },
});

export interface Above {
  readonly filter: string;
  readonly threshold: number;
  readonly forSeconds: number;
  readonly aggregation: Json;
}

/** On while a number has been above its threshold for as long as `forSeconds`. */
export const above = ({ filter, threshold, forSeconds, aggregation }: Above): Condition => ({
  conditionThreshold: {
    filter,
    comparison: 'COMPARISON_GT',
    thresholdValue: threshold,
    duration: `${forSeconds}s`,
    aggregations: [aggregation],
    trigger: { count: 1 },
  },
});

/** How PromQL spells a metric: https://cloud.google.com/monitoring/promql/promql-mapping */
export const inPromql = (type: string): string => {
  const [host = '', ...path] = type.split('/');
  return `${host}:${path.join('_')}`.replaceAll(/[^a-zA-Z0-9:_]/g, '_');
};

/** Which of the resources that have a metric; a metric that several have must be asked for of one. */
export const RUN = 'monitored_resource="cloud_run_revision"';
