export const LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type Level = (typeof LEVELS)[number];

/** The first parts of all events' names. A test compares them with the code, so that no unused module can be set. */
export const MODULES = [
  'alarm',
  'database',
  'host',
  'http',
  'invoice',
  'ipn',
  'ledger',
  'logs',
  'minimum',
  'notification',
  'order_id',
  'outbox',
  'payment',
  'post',
  'prompt',
  'refund',
  'removal',
  'schedule',
  'stars',
  'status',
  'update',
  'webhook',
  'worker',
] as const;

/** The lowest level that is written, by default and for modules with their own level. */
export interface LogLevels {
  readonly base: Level;
  readonly modules: ReadonlyMap<string, Level>;
}

/** The module of an event: `outbox` for `outbox.delivered`. */
export const moduleOf = (event: string): string => {
  const dot = event.indexOf('.');
  return dot < 0 ? event : event.slice(0, dot);
};

const isLevel = (text: string | undefined): text is Level => LEVELS.some((level) => level === text);
const isModule = (text: string): boolean => MODULES.some((module) => module === text);

/**
 * Reads `info` or `info,outbox=debug,http=debug`. Throws a `RangeError` that says which part is invalid, and what would
 * be valid. It never quotes the part, because it may be a secret that was pasted in the wrong place.
 */
export function parseLogLevels(text: string): LogLevels {
  let base: Level | undefined;
  const modules = new Map<string, Level>();
  for (const [index, part] of text.split(',').entries()) {
    const [name = '', level, ...rest] = part.split('=').map((word) => word.trim());
    const wrong = (why: string) => new RangeError(`part ${index + 1} ${why}`);
    if (level === undefined && isLevel(name) && base === undefined) base = name;
    else if (level === undefined) throw wrong(`must be one of ${LEVELS.join(', ')}, once, or MODULE=LEVEL`);
    else if (!isModule(name) || modules.has(name))
      throw wrong(`must name a module, once: one of ${MODULES.join(', ')}`);
    else if (!isLevel(level) || rest.length > 0) throw wrong(`must set one of ${LEVELS.join(', ')}`);
    else modules.set(name, level);
  }
  return { base: base ?? 'info', modules };
}

const RANK: Readonly<Record<Level, number>> = { debug: 0, info: 1, warn: 2, error: 3 };

/** Decides if an event is written at a level. Called for every line, so it only compares and looks up. */
export function levelFilter({ base, modules }: LogLevels): (level: Level, event: string) => boolean {
  const lowest = Math.min(RANK[base], ...[...modules.values()].map((level) => RANK[level]));
  return (level, event) => {
    const rank = RANK[level];
    if (rank < lowest || modules.size === 0) return rank >= lowest;
    return rank >= RANK[modules.get(moduleOf(event)) ?? base];
  };
}
