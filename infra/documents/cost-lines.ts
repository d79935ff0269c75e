import { TARGETS } from '../../functions/variables';
import type { Settings } from '../deploy/settings/settings';
import { sizeOf } from '../deploy/sizes';
import {
  PRICE,
  FREE,
  HOURS_PER_MONTH,
  MINUTES_PER_MONTH,
  REQUESTS_A_MINUTE,
  CONDITIONS,
  MEMORY_GIB,
  REQUEST_LOG_KIB,
  DEPLOYS,
  BUILD_MINUTES,
  IMAGES_KEPT,
  IMAGE_GIB,
  PER_PAYMENT,
  DATABASE,
  MONTHS_KEPT,
  SECRET_VERSIONS,
  REQUESTS,
  TASK_OPERATIONS,
  LOG_KIB,
  ROWS_KIB,
} from './prices';

const beyond = (amount: number, free: number): number => Math.max(0, amount - free);

export interface Line {
  readonly what: string;
  readonly arithmetic: string;
  readonly dollars: number;
}

export const thousands = (value: number): string => Math.round(value).toLocaleString('en-US');

const requestsOf = (payments: number): number => payments * REQUESTS + MINUTES_PER_MONTH * REQUESTS_A_MINUTE;

export function functionsLine(payments: number): Line {
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
export function warmLine(settings: Settings): Line {
  const seconds = HOURS_PER_MONTH * 3600;
  const warm = TARGETS.reduce((sum, target) => sum + sizeOf(settings, target).minInstances, 0);
  return {
    what: 'functions, kept warm',
    arithmetic: `${warm} instance${warm === 1 ? '' : 's'} × ${thousands(seconds)} s idle × (CPU ${PRICE.idleCpuSecond} + ${MEMORY_GIB} GiB × ${PRICE.memoryGibSecond})`,
    dollars: warm * seconds * (PRICE.idleCpuSecond + MEMORY_GIB * PRICE.memoryGibSecond),
  };
}

/** A call of the API and a delivery are one operation each: https://cloud.google.com/tasks/pricing */
export function queueLine(payments: number): Line {
  const operations = payments * TASK_OPERATIONS;
  return {
    what: 'Cloud Tasks',
    arithmetic: `${thousands(operations)} operations (${TASK_OPERATIONS} a payment) beyond ${thousands(FREE.taskOperations)} × ${PRICE.taskOperationMillion} a million`,
    dollars: (beyond(operations, FREE.taskOperations) / 1e6) * PRICE.taskOperationMillion,
  };
}

export function instanceLine(payments: number, { preset, database }: Settings): Line {
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

export function diskLine(payments: number): Line {
  const copies = copiesOf(payments);
  const stored = Math.max(10, (payments * MONTHS_KEPT * ROWS_KIB) / 1024 / 1024);
  return {
    what: 'its disk and backups',
    arithmetic: `${thousands(stored)} GiB (a year of ${ROWS_KIB} KiB a payment, at least 10) × (${copies} × ${PRICE.sqlStorageGibMonth} + ${PRICE.backupGibMonth})`,
    dollars: stored * (copies * PRICE.sqlStorageGibMonth + PRICE.backupGibMonth),
  };
}

export function otherLines(payments: number): Line[] {
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
