import { TARGETS, type Installation } from '../installation';
import { above, inPromql, RUN, whileTrue } from './conditions';
import type { AlertPolicy } from './policy';

function unhealthy(installation: Installation): AlertPolicy {
  const { host } = new URL(installation.publicUrl('health'));
  return {
    id: 'uptime',
    title: '/health does not answer 200',
    severity: 'CRITICAL',
    meaning: 'For two minutes, /health has not answered 200 to checks from more than one place in the world.',
    remedy:
      'Open /health: `problem` says what is missing. If there is no answer at all, look at the function `health`, the domain and its certificate.',
    condition: above({
      filter: `metric.type="monitoring.googleapis.com/uptime_check/check_passed" AND resource.type="uptime_url" AND resource.labels.host="${host}"`,
      threshold: 1,
      forSeconds: 120,
      // Takes the last answer at each place, then counts the failed ones.
      aggregation: {
        alignmentPeriod: '1200s',
        perSeriesAligner: 'ALIGN_NEXT_OLDER',
        crossSeriesReducer: 'REDUCE_COUNT_FALSE',
        groupByFields: ['resource.labels.host'],
      },
    }),
  };
}

const ERROR_SHARE = 0.05;
/** With fewer errors than this in ten minutes, a percentage means nothing. */
const FEW_ERRORS = 5;

function errors({ service }: Installation): AlertPolicy {
  const requests = inPromql('run.googleapis.com/request_count');
  const ours = `${RUN},service_name=~"${TARGETS.map(service).join('|')}"`;
  const failed = `${requests}{${ours},response_code_class="5xx"}`;
  const by = 'sum by (service_name)';
  return {
    id: 'errors_5xx',
    title: 'More than 5 % of a function’s requests fail',
    severity: 'ERROR',
    meaning:
      'A function answered 5xx to more than 5 % of its requests in ten minutes. The senders retry all of them, so nothing is lost yet.',
    remedy: 'Look at the database first, then read the errors of the function that the alert names.',
    condition: whileTrue(
      `${by} (rate(${failed}[10m])) / ${by} (rate(${requests}{${ours}}[10m])) > ${ERROR_SHARE} and ${by} (increase(${failed}[10m])) > ${FEW_ERRORS}`,
      0,
    ),
  };
}

const SLOW_MS = 2_000;

function slow({ service }: Installation): AlertPolicy {
  return {
    id: 'slow_updates',
    title: 'Taps wait for more than 2 s',
    severity: 'WARNING',
    meaning: 'For ten minutes, telegramWebhook has taken more than two seconds for one update in twenty.',
    remedy: 'Compare with the latency of the database. If all instances are busy, raise max_instances.',
    condition: above({
      filter: `metric.type="run.googleapis.com/request_latencies" AND resource.type="cloud_run_revision" AND resource.labels.service_name="${service('telegramWebhook')}"`,
      threshold: SLOW_MS,
      forSeconds: 600,
      aggregation: {
        alignmentPeriod: '300s',
        perSeriesAligner: 'ALIGN_DELTA',
        crossSeriesReducer: 'REDUCE_PERCENTILE_95',
        groupByFields: ['resource.labels.service_name'],
      },
    }),
  };
}

export const servicePolicies = (installation: Installation): AlertPolicy[] => [
  unhealthy(installation),
  errors(installation),
  slow(installation),
];
