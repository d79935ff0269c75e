/** Hours from UTC in winter, by the start of a region's name. The longest start that fits counts. */
const OFFSETS: Readonly<Record<string, number>> = {
  africa: 2,
  asia: 8,
  'asia-northeast': 9,
  'asia-south': 5,
  'asia-southeast': 8,
  'asia-southeast2': 7,
  'asia-southeast3': 7,
  australia: 10,
  europe: 1,
  'europe-west2': 0,
  me: 3,
  northamerica: -5,
  'northamerica-south': -6,
  southamerica: -3,
  'southamerica-west': -4,
  us: -6,
  'us-east': -5,
  'us-west': -8,
};

/** Late enough that the evening is over, and early enough that both have ended when people get up. */
const BACKUP_AT = 2;
const MAINTENANCE_AT = 4;
/** In the night to Wednesday somebody is at work on both days around it. */
const MAINTENANCE_DAY = 3;

const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'] as const;

/** Times in UTC. */
export interface Night {
  /** `01:00` */
  readonly backupAt: string;
  readonly maintenance: { readonly day: (typeof WEEKDAYS)[number]; readonly hour: number };
}

function offsetOf(region: string): number {
  const [start] = Object.keys(OFFSETS)
    .filter((each) => region.startsWith(each))
    .sort((a, b) => b.length - a.length);
  return start === undefined ? 0 : (OFFSETS[start] ?? 0);
}

const hourIn = (hours: number): number => ((hours % 24) + 24) % 24;

/** When a region sleeps: what disturbs its buyers belongs there. A region that is not known yet counts as UTC. */
export function nightOf(region: string): Night {
  const offset = offsetOf(region);
  const maintenance = MAINTENANCE_AT - offset;
  const day = WEEKDAYS[(MAINTENANCE_DAY + Math.floor(maintenance / 24)) % WEEKDAYS.length] ?? 'WED';
  return {
    backupAt: `${String(hourIn(BACKUP_AT - offset)).padStart(2, '0')}:00`,
    maintenance: { day, hour: hourIn(maintenance) },
  };
}

/** The API counts the days from Monday, which is 1; gcloud takes their names. */
export const dayNamed = (number: string): string =>
  number === '' ? '' : (WEEKDAYS[Number(number) % 7] ?? number);
