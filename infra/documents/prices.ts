/** US dollars, as listed in 2026 for a tier-1 region such as europe-west1. Look them up before you rely on them. */
export const PRICE = {
  cpuSecond: 0.000024,
  memoryGibSecond: 0.0000025,
  idleCpuSecond: 0.0000025,
  requestMillion: 0.4,
  taskOperationMillion: 0.4,
  sqlCpuHour: 0.0413,
  sqlMemoryGibHour: 0.007,
  /** A shared-core instance of the tier db-g1-small. */
  sqlSmallHour: 0.035,
  sqlStorageGibMonth: 0.17,
  backupGibMonth: 0.08,
  secretVersionMonth: 0.06,
  logGib: 0.5,
  alertCondition: 0.1,
  /** Each time series that a condition reads, each time: https://cloud.google.com/products/observability/pricing */
  alertPointMillion: 0.35,
  registryGibMonth: 0.1,
  buildMinute: 0.006,
} as const;

/** Google's free amounts each month. */
export const FREE = {
  cpuSeconds: 180_000,
  memoryGibSeconds: 360_000,
  requests: 2_000_000,
  taskOperations: 1_000_000,
  secretVersions: 6,
  logGib: 50,
  registryGib: 0.5,
  buildMinutes: 2_500,
};

export const HOURS_PER_MONTH = 730;
export const MINUTES_PER_MONTH = HOURS_PER_MONTH * 60;
/** One call by the scheduler, and the uptime check from six places. */
export const REQUESTS_A_MINUTE = 7;
/** The number of alert policies of a deploy, with one condition each: `infra/deploy/monitoring/policies.ts`. */
export const CONDITIONS = 32;
export const MEMORY_GIB = 0.5;
/** Google logs each request to a function, in about this much. A load balancer logs the same requests once more. */
export const REQUEST_LOG_KIB = 1;
/** A busy month of deploys, each of which builds every function. */
export const DEPLOYS = 8;
export const BUILD_MINUTES = 2;
/** The images that are kept of each function, and how much each takes. */
export const IMAGES_KEPT = 5;
export const IMAGE_GIB = 0.1;

/**
 * The resources that one payment uses. `tests/journeys/costs.test.ts` counts all but the seconds over a purchase, from the
 * offer to joining: its taps, IPNs and nudges, the calls of the queue, and the log lines and rows it leaves. A purchase that
 * takes minutes makes up to three requests more, because its nudges share no second. Google rounds the time of an instance
 * up.
 */
export const PER_PAYMENT = {
  counted: { requests: 13, taskOperations: 16, logKib: 5.8, rowsKib: 17.6 },
  secondsPerRequest: 0.1,
} as const;
export const {
  requests: REQUESTS,
  taskOperations: TASK_OPERATIONS,
  logKib: LOG_KIB,
  rowsKib: ROWS_KIB,
} = PER_PAYMENT.counted;

/** The smallest instance that is large enough, with room for the busiest hours. */
export const DATABASE: Readonly<
  Record<number, { readonly cpus: number; readonly gib: number; readonly name: string }>
> = {
  100: { cpus: 1, gib: 3.75, name: 'db-custom-1-3840' },
  10_000: { cpus: 1, gib: 3.75, name: 'db-custom-1-3840' },
  1_000_000: { cpus: 4, gib: 15, name: 'db-custom-4-15360, a standby in another zone' },
};
export const MONTHS_KEPT = 12;
export const SECRET_VERSIONS = 7;
