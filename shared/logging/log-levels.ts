export const LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type Level = (typeof LEVELS)[number];

/** The first parts of all events' names. A test holds them to the code: a module nobody has would be switched in vain. */
export const MODULES = [
  'alarm',
  'database',
  'http',
  'invoice',
  'ipn',
  'logs',
  'notification',
  'order_id',
  'outbox',
  'payment',
  'prompt',
  'removal',
  'schedule',
  'status',
  'update',
  'webhook',
  'worker',
] as const;

/** The least level that is written: of every module, and of those that have one of their own. */
export interface LogLevels {
  readonly base: Level;
  readonly modules: ReadonlyMap<string, Level>;
}

/** Which module an event is of: `outbox` for `outbox.delivered`. */
export const moduleOf = (event: string): string => {
  const dot = event.indexOf('.');
  return dot < 0 ? event : event.slice(0, dot);
};

const isLevel = (text: string | undefined): text is Level => LEVELS.some((level) => level === text);
const isModule = (text: string): boolean => MODULES.some((module) => module === text);

/**
 * Reads `info` or `info,outbox=debug,http=debug`. Throws a `RangeError` that says which part makes no sense, and what
 * would; it never repeats the part, for it may be a secret that was pasted in the wrong place.
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

/** Whether an event is written at a level. Asked for every line, also those that are not: a comparison, a lookup. */
export function levelFilter({ base, modules }: LogLevels): (level: Level, event: string) => boolean {
  const lowest = Math.min(RANK[base], ...[...modules.values()].map((level) => RANK[level]));
  return (level, event) => {
    const rank = RANK[level];
    if (rank < lowest || modules.size === 0) return rank >= lowest;
    return rank >= RANK[modules.get(moduleOf(event)) ?? base];
  };
}
