import { TARGETS } from '../../../functions/variables';
import type { Installation } from '../installation';
import { sizeOf, SIZES } from '../sizes';
import { above, inPromql, minutes, percent, RUN, whileTrue } from './conditions';
import type { AlertPolicy } from './policy';

const UNHEALTHY_SECONDS = 120;

function unhealthy(installation: Installation): AlertPolicy {
  const { host } = new URL(installation.publicUrl('health'));
  return {
    id: 'uptime',
    title: `/health has not answered 200 for ${minutes(UNHEALTHY_SECONDS)}`,
    severity: 'CRITICAL',
    meaning: 'Checks from more than one place in the world get no answer, or another one than 200.',
    remedy:
      'Open /health: `problem` says what is missing. If there is no answer at all, look at the function `health`, the domain and its certificate.',
    details:
      'The other functions may still work: buyers notice only if the database or the domain is the cause. Telegram and NOWPayments repeat what they could not deliver.',
    condition: above({
      filter: `metric.type="monitoring.googleapis.com/uptime_check/check_passed" AND resource.type="uptime_url" AND resource.labels.host="${host}"`,
      threshold: 1,
      forSeconds: UNHEALTHY_SECONDS,
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
    id: 'function_errors',
    title: `More than ${percent(ERROR_SHARE)} of a function’s requests failed in 10 minutes`,
    severity: 'ERROR',
    meaning: `A function answered 5xx to more than ${FEW_ERRORS} requests in ten minutes. The senders retry all of them, so nothing is lost yet.`,
    remedy: 'Look at the database first, then read the errors of the function that the alert names.',
    details:
      'Google counts these answers. The worker counts them as well, over an hour: [errors_5xx](#errors_5xx). Both can be on for the same failure. Error Reporting groups the errors by their stack.',
    condition: whileTrue(
      `${by} (rate(${failed}[10m])) / ${by} (rate(${requests}{${ours}}[10m])) > ${ERROR_SHARE} and ${by} (increase(${failed}[10m])) > ${FEW_ERRORS}`,
      0,
    ),
  };
}

const SLOW_MS = 2_000;
const LONG_SECONDS = 600;

/** The 95th percentile over five minutes, for each function. */
const PERCENTILE_95 = {
  alignmentPeriod: '300s',
  perSeriesAligner: 'ALIGN_DELTA',
  crossSeriesReducer: 'REDUCE_PERCENTILE_95',
  groupByFields: ['resource.labels.service_name'],
};

function slow({ service }: Installation): AlertPolicy {
  return {
    id: 'slow_updates',
    title: `One tap in twenty has waited for more than ${SLOW_MS / 1000} s for ${minutes(LONG_SECONDS)}`,
    severity: 'WARNING',
    meaning: 'telegramWebhook answers slowly, so buttons seem dead and users tap again.',
    remedy:
      'Compare with the latency of the database. If all instances are busy, raise functions.telegramWebhook.max_instances.',
    details:
      'On the dashboard, compare _Latency: median_ with _95th percentile_. If only the percentile is high at quiet hours, these are cold starts. If both are high, look at [database_cpu](#database_cpu) and [function_instances](#function_instances).',
    condition: above({
      filter: `metric.type="run.googleapis.com/request_latencies" AND resource.type="cloud_run_revision" AND resource.labels.service_name="${service('telegramWebhook')}"`,
      threshold: SLOW_MS,
      forSeconds: LONG_SECONDS,
      aggregation: PERCENTILE_95,
    }),
  };
}

const MEMORY_SHARE = 0.9;

function memory({ service }: Installation): AlertPolicy {
  const services = TARGETS.map((target) => `"${service(target)}"`).join(',');
  return {
    id: 'function_memory',
    title: `A function has used over ${percent(MEMORY_SHARE)} of its memory for ${minutes(LONG_SECONDS)}`,
    severity: 'WARNING',
    meaning:
      'Google ends an instance that needs more memory than it has. Requests under way fail and are repeated.',
    remedy:
      'See on the dashboard whether its memory grows until an instance ends. If it does, it is our fault: report it. Otherwise give the function more memory in `infra/deploy/sizes.ts`.',
    condition: above({
      filter: `metric.type="run.googleapis.com/container/memory/utilizations" AND resource.type="cloud_run_revision" AND resource.labels.service_name=one_of(${services})`,
      threshold: MEMORY_SHARE,
      forSeconds: LONG_SECONDS,
      aggregation: PERCENTILE_95,
    }),
  };
}

/** One condition for all functions, because Google charges for each condition. */
function instances({ settings, service }: Installation): AlertPolicy {
  const count = inPromql('run.googleapis.com/container/instance_count');
  const full = TARGETS.map((target) => {
    const active = `${count}{${RUN},service_name="${service(target)}",state="active"}`;
    return `sum by (service_name) (${active}) >= ${sizeOf(settings, target).maxInstances}`;
  });
  return {
    id: 'function_instances',
    title: `A function has had all its instances busy for ${minutes(LONG_SECONDS)}`,
    severity: 'WARNING',
    meaning:
      'The function has reached max_instances, so Google lets further requests wait and answers 429 to those that wait too long. Senders repeat them.',
    remedy:
      'If the database is not busy, raise functions.FUNCTION.max_instances. The deploy checks that the connections fit.',
    details: `At the default, the most are ${TARGETS.map((target) => `${SIZES[target].maxInstances} for \`${target}\``).join(', ')}. Without many requests, slow answers are the cause: look at [slow_updates](#slow_updates) and the database.`,
    condition: whileTrue(full.join(' or '), LONG_SECONDS),
  };
}

export const servicePolicies = (installation: Installation): AlertPolicy[] => [
  unhealthy(installation),
  errors(installation),
  slow(installation),
  memory(installation),
  instances(installation),
];
