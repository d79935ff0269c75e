import type { Json } from '../definition';

/** A condition of an alert policy: https://cloud.google.com/monitoring/api/ref_v3/rest/v3/projects.alertPolicies#condition */
export type Condition = Json;

/**
 * On if the query has had a result for `forSeconds`. Validation is off because a log-based metric does not exist before its
 * first line, and Google refuses a condition on an unknown metric.
 */
export const whileTrue = (query: string, forSeconds: number): Condition => ({
  conditionPrometheusQueryLanguage: {
    query,
    duration: `${forSeconds}s`,
    evaluationInterval: '60s',
    disableMetricValidation: true,
  },
});

export interface Threshold {
  readonly filter: string;
  readonly threshold: number;
  readonly forSeconds: number;
  readonly aggregation: Json;
}

const crossing =
  (comparison: 'COMPARISON_GT' | 'COMPARISON_LT') =>
  ({ filter, threshold, forSeconds, aggregation }: Threshold): Condition => ({
    conditionThreshold: {
      filter,
      comparison,
      thresholdValue: threshold,
      duration: `${forSeconds}s`,
      aggregations: [aggregation],
      trigger: { count: 1 },
    },
  });

/** On if a number has been above its threshold for `forSeconds`. */
export const above = crossing('COMPARISON_GT');

/** On if a number has been below its threshold for `forSeconds`. */
export const below = crossing('COMPARISON_LT');

/** A share for a person to read: `80 %`. */
export const percent = (share: number): string => `${Math.round(100 * share)} %`;

/** A time for a person to read: `10 minutes`. */
export const minutes = (seconds: number): string => `${seconds / 60} minutes`;

/** A metric's name in PromQL: https://cloud.google.com/monitoring/promql/promql-mapping */
export const inPromql = (type: string): string => {
  const [host = '', ...path] = type.split('/');
  return `${host}:${path.join('_')}`.replaceAll(/[^a-zA-Z0-9:_]/g, '_');
};

/** Selects the kind of resource, which PromQL requires for a metric that several kinds have. */
export const RUN = 'monitored_resource="cloud_run_revision"';
