import { DAY_MS, MINUTE_MS } from '../common/time';

/** A time as a clock on the wall shows it. */
export interface WallTime {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** Clocks change at the full hour or at a quarter of one, everywhere. */
const STEP_MS = 15 * MINUTE_MS;
/** The offsets of a time zone that were asked for, by quarter of an hour. A list has many dates of few days. */
const MOST_KEPT = 20_000;

class TimeZone {
  readonly name: string;
  private readonly format: Intl.DateTimeFormat;
  private readonly offsets = new Map<number, number>();

  constructor(name: string) {
    this.name = name;
    const numeric = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;
    const time = { hour: 'numeric', minute: 'numeric', second: 'numeric' } as const;
    this.format = new Intl.DateTimeFormat('en', { timeZone: name, hourCycle: 'h23', ...numeric, ...time });
  }

  /** How far its clocks are ahead of UTC at a moment, in milliseconds. */
  offsetAt(epochMs: number): number {
    const moment = Math.floor(epochMs / STEP_MS) * STEP_MS;
    const known = this.offsets.get(moment);
    if (known !== undefined) return known;
    const [month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0] = this.format
      .format(moment)
      .split(/\D+/)
      .map(Number);
    const offset = Date.UTC(year, month - 1, day, hour, minute, second) - moment;
    if (this.offsets.size >= MOST_KEPT) this.offsets.clear();
    this.offsets.set(moment, offset);
    return offset;
  }
}

let latest: TimeZone | undefined;

/** Returns `true` for a day and a time that exist on some calendar: not the 30th of February. */
export function isWallTime({ year, month, day, hour, minute, second }: WallTime): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return (
    date.getUTCFullYear() === year &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day &&
    hour < 24 &&
    minute < 60 &&
    second < 60
  );
}

/** The moment of a wall time at an offset from UTC, in minutes. */
export const atOffset = ({ year, month, day, hour, minute, second }: WallTime, minutes: number): Date =>
  new Date(Date.UTC(year, month - 1, day, hour, minute, second) - minutes * MINUTE_MS);

/**
 * The moment of a wall time in a time zone. Of two, when the clocks go back, the later one. One that the clocks skip is moved by
 * as much as they skip.
 */
export function inTimeZone(wall: WallTime, name: string): Date {
  latest = latest?.name === name ? latest : new TimeZone(name);
  const zone = latest;
  const asUtc = atOffset(wall, 0).getTime();
  const offsets = [zone.offsetAt(asUtc - DAY_MS), zone.offsetAt(asUtc + DAY_MS)];
  const moments = offsets.map((offset) => asUtc - offset);
  const shown = moments.filter((moment, index) => zone.offsetAt(moment) === offsets[index]);
  return new Date(shown.length > 0 ? Math.max(...shown) : Number(moments[0]));
}
