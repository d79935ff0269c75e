import { TARGETS } from '../deploy/installation';
import { parseSettings, type Settings } from '../deploy/settings';
import { sizeOf } from '../deploy/sizes';
import { markdownTable } from './generated-tables';

/** US dollars, as listed in 2026 for a tier-1 region such as europe-west1. Look them up before you rely on them. */
const PRICE = {
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
const FREE = {
  cpuSeconds: 180_000,
  memoryGibSeconds: 360_000,
  requests: 2_000_000,
  taskOperations: 1_000_000,
  secretVersions: 6,
  logGib: 50,
  registryGib: 0.5,
  buildMinutes: 2_500,
};

const HOURS_PER_MONTH = 730;
const MINUTES_PER_MONTH = HOURS_PER_MONTH * 60;
/** One call by the scheduler, and the uptime check from six places. */
const REQUESTS_A_MINUTE = 7;
/** The number of alert policies of a deploy, with one condition each: `infra/deploy/monitoring/policies.ts`. */
export const CONDITIONS = 27;
const MEMORY_GIB = 0.5;
/** Google logs each request to a function, in about this much. A load balancer logs the same requests once more. */
const REQUEST_LOG_KIB = 1;
/** A busy month of deploys, each of which builds every function. */
const DEPLOYS = 8;
const BUILD_MINUTES = 2;
/** The images that are kept of each function, and how much each takes. */
const IMAGES_KEPT = 5;
const IMAGE_GIB = 0.1;

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
const {
  requests: REQUESTS,
  taskOperations: TASK_OPERATIONS,
  logKib: LOG_KIB,
  rowsKib: ROWS_KIB,
} = PER_PAYMENT.counted;

/** The smallest instance that is large enough, with room for the busiest hours. */
const DATABASE: Readonly<
  Record<number, { readonly cpus: number; readonly gib: number; readonly name: string }>
> = {
  100: { cpus: 1, gib: 3.75, name: 'db-custom-1-3840' },
  10_000: { cpus: 1, gib: 3.75, name: 'db-custom-1-3840' },
  1_000_000: { cpus: 4, gib: 15, name: 'db-custom-4-15360, a standby in another zone' },
};
const MONTHS_KEPT = 12;
const SECRET_VERSIONS = 7;

const beyond = (amount: number, free: number): number => Math.max(0, amount - free);

interface Line {
  readonly what: string;
  readonly arithmetic: string;
  readonly dollars: number;
}

const thousands = (value: number): string => Math.round(value).toLocaleString('en-US');

const requestsOf = (payments: number): number => payments * REQUESTS + MINUTES_PER_MONTH * REQUESTS_A_MINUTE;

function functionsLine(payments: number): Line {
  const requests = requestsOf(payments);
  const seconds = requests * PER_PAYMENT.secondsPerRequest;
  const cpu = beyond(seconds, FREE.cpuSeconds) * PRICE.cpuSecond;
  const memory = beyond(seconds * MEMORY_GIB, FREE.memoryGibSeconds) * PRICE.memoryGibSecond;
  const calls = (beyond(requests, FREE.requests) / 1e6) * PRICE.requestMillion;
  return {
    what: 'functions, working',
    arithmetic: `${thousands(requests)} requests (${REQUESTS} a payment, ${REQUESTS_A_MINUTE} a minute) × ${PER_PAYMENT.secondsPerRequest} s of a CPU and ${MEMORY_GIB} GiB, beyond what is free`,
    dollars: cpu + memory + calls,
  };
}

/** The instances that are there all the time. */
function warmLine(settings: Settings): Line {
  const seconds = HOURS_PER_MONTH * 3600;
  const warm = TARGETS.reduce((sum, target) => sum + sizeOf(settings, target).minInstances, 0);
  return {
    what: 'functions, kept warm',
    arithmetic: `${warm} instance${warm === 1 ? '' : 's'} × ${thousands(seconds)} s idle × (CPU ${PRICE.idleCpuSecond} + ${MEMORY_GIB} GiB × ${PRICE.memoryGibSecond})`,
    dollars: warm * seconds * (PRICE.idleCpuSecond + MEMORY_GIB * PRICE.memoryGibSecond),
  };
}

/** A call of the API and a delivery are one operation each: https://cloud.google.com/tasks/pricing */
function queueLine(payments: number): Line {
  const operations = payments * TASK_OPERATIONS;
  return {
    what: 'Cloud Tasks',
    arithmetic: `${thousands(operations)} operations (${TASK_OPERATIONS} a payment) beyond ${thousands(FREE.taskOperations)} × ${PRICE.taskOperationMillion} a million`,
    dollars: (beyond(operations, FREE.taskOperations) / 1e6) * PRICE.taskOperationMillion,
  };
}

function instanceLine(payments: number, { preset, database }: Settings): Line {
  const what = 'Cloud SQL';
  if (preset === 'small') {
    const arithmetic = `${database.tier}: ${HOURS_PER_MONTH} h × ${PRICE.sqlSmallHour}`;
    return { what, arithmetic, dollars: HOURS_PER_MONTH * PRICE.sqlSmallHour };
  }
  const { cpus = 1, gib = 3.75, name = '' } = DATABASE[payments] ?? {};
  const copies = copiesOf(payments);
  return {
    what,
    arithmetic: `${name}: ${copies} × ${HOURS_PER_MONTH} h × (${cpus} CPU × ${PRICE.sqlCpuHour} + ${gib} GiB × ${PRICE.sqlMemoryGibHour})`,
    dollars: copies * HOURS_PER_MONTH * (cpus * PRICE.sqlCpuHour + gib * PRICE.sqlMemoryGibHour),
  };
}

/** A standby has its own instance and disk. */
const copiesOf = (payments: number): number => (DATABASE[payments]?.name.includes('standby') ? 2 : 1);

function diskLine(payments: number): Line {
  const copies = copiesOf(payments);
  const stored = Math.max(10, (payments * MONTHS_KEPT * ROWS_KIB) / 1024 / 1024);
  return {
    what: 'its disk and backups',
    arithmetic: `${thousands(stored)} GiB (a year of ${ROWS_KIB} KiB a payment, at least 10) × (${copies} × ${PRICE.sqlStorageGibMonth} + ${PRICE.backupGibMonth})`,
    dollars: stored * (copies * PRICE.sqlStorageGibMonth + PRICE.backupGibMonth),
  };
}

function otherLines(payments: number): Line[] {
  const functions = TARGETS.length;
  const requestsGib = (requestsOf(payments) * REQUEST_LOG_KIB) / 1024 / 1024;
  const logGib = (payments * LOG_KIB + MINUTES_PER_MONTH * 2) / 1024 / 1024 + requestsGib;
  const points = CONDITIONS * MINUTES_PER_MONTH;
  const buildMinutes = DEPLOYS * functions * BUILD_MINUTES;
  const imagesGib = functions * IMAGES_KEPT * IMAGE_GIB;
  return [
    {
      what: 'logs',
      arithmetic: `${logGib.toFixed(1)} GiB (${LOG_KIB} KiB a payment, 2 a minute, Google's ${REQUEST_LOG_KIB} a request) beyond ${FREE.logGib} × ${PRICE.logGib}`,
      dollars: beyond(logGib, FREE.logGib) * PRICE.logGib,
    },
    {
      what: 'alerts',
      arithmetic: `${CONDITIONS} conditions × ${PRICE.alertCondition} + ${thousands(points)} points (1 a minute each) × ${PRICE.alertPointMillion} a million`,
      dollars: CONDITIONS * PRICE.alertCondition + (points / 1e6) * PRICE.alertPointMillion,
    },
    {
      what: 'secrets',
      arithmetic: `${SECRET_VERSIONS} live versions beyond ${FREE.secretVersions} × ${PRICE.secretVersionMonth}`,
      dollars: beyond(SECRET_VERSIONS, FREE.secretVersions) * PRICE.secretVersionMonth,
    },
    {
      what: 'Cloud Build',
      arithmetic: `${DEPLOYS} deploys × ${functions} functions × ${BUILD_MINUTES} minutes, beyond ${thousands(FREE.buildMinutes)} × ${PRICE.buildMinute}`,
      dollars: beyond(buildMinutes, FREE.buildMinutes) * PRICE.buildMinute,
    },
    {
      what: 'Artifact Registry',
      arithmetic: `${functions} functions × ${IMAGES_KEPT} images × ${IMAGE_GIB} GiB beyond ${FREE.registryGib} × ${PRICE.registryGibMonth}`,
      dollars: beyond(imagesGib, FREE.registryGib) * PRICE.registryGibMonth,
    },
  ];
}

const settingsOf = (given: object): Settings =>
  parseSettings(JSON.stringify({ project: 'any-project', bot_username: 'AnyBot', ...given }), 'the estimate');

/** The months that the runbook estimates. */
const MONTHS: readonly (readonly [payments: number, settings: object, with_: string])[] = [
  [100, { preset: 'small' }, ', with `"preset": "small"`'],
  [100, {}, ''],
  [10_000, {}, ''],
  [1_000_000, {}, ''],
];

/** The cost of a month with this many payments, line by line, in US dollars. */
function monthAt(payments: number, settings: Settings): Line[] {
  return [
    instanceLine(payments, settings),
    diskLine(payments),
    warmLine(settings),
    functionsLine(payments),
    queueLine(payments),
    ...otherLines(payments),
  ];
}

/** The cost of a month with this many payments, in US dollars. */
export const monthlyCost = (payments: number, given: object = {}): number =>
  monthAt(payments, settingsOf(given)).reduce((sum, line) => sum + line.dollars, 0);

const dollars = (value: number): string => `$${value.toFixed(2)}`;

/** The estimate for `infra/README.md`. */
export function costsTable(): string {
  return MONTHS.map(([payments, given, with_]) => {
    const lines = monthAt(payments, settingsOf(given));
    const total = monthlyCost(payments, given);
    const rows = lines.map(({ what, arithmetic, dollars: cost }) => [what, arithmetic, dollars(cost)]);
    const table = markdownTable(
      ['what', 'how it is counted', 'a month'],
      [...rows, ['**all**', `$${(total / payments).toPrecision(2)} a payment`, `**${dollars(total)}**`]],
    );
    return `**${thousands(payments)} payments a month**${with_}\n\n${table}`;
  }).join('\n\n');
}
