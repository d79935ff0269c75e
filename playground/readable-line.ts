const LOUD = new Set(['WARNING', 'ERROR', 'CRITICAL', 'ALERT', 'EMERGENCY']);

/** Warnings that mean nothing here, because the scheduler calls the worker every two seconds. */
const HARMLESS = new Set(['worker.nudge_lost']);

/** Lines that the framework prints when it starts. */
const GREETING = /^(Serving function|Function:|Signature type:|URL:)/;
const FRAME = /^\s+at /;

/** Telegram, NOWPayments and the functions give up on a call after less than this. */
const BLAMED_MS = 60_000;

export interface LineReader {
  /** Formats a line of a function's output for the terminal. Returns `undefined` for a line that is not shown. */
  readonly read: (line: string) => string | undefined;
  /** Notes what the visitor broke or moved. The problems that follow are theirs, not ours: each is told once, in one line. */
  readonly blame: (cause: string) => void;
}

interface Line {
  readonly target: string;
  readonly rest: string;
  readonly entry: Readonly<Record<string, unknown>> | undefined;
  readonly time: string;
}

/** Reads the output of the functions, line by line. `isVerbose` shows every line with all it says. */
export function createLineReader(isVerbose: boolean, now: () => number = Date.now): LineReader {
  let blamed: { readonly cause: string; readonly until: number } | undefined;
  const told = new Set<string>();
  const calmly = (line: Line): string | undefined => {
    if (FRAME.test(line.rest)) return undefined;
    const happened = `${line.target}  ${summaryOf(line)}`;
    if (told.has(happened)) return undefined;
    told.add(happened);
    return `${line.time}  ${happened} (${blamed?.cause ?? ''})`;
  };
  return {
    read: (text) => {
      const line = parseLine(text, now());
      if (isVerbose) return line.rest.trim() === '' ? undefined : inFull(line, true);
      if (!isProblem(line)) return undefined;
      return blamed !== undefined && now() < blamed.until ? calmly(line) : inFull(line, false);
    },
    blame: (cause) => {
      if (blamed === undefined || now() >= blamed.until || blamed.cause !== cause) told.clear();
      blamed = { cause, until: now() + BLAMED_MS };
    },
  };
}

function isProblem({ entry, rest }: Line): boolean {
  if (entry) return LOUD.has(String(entry['severity'])) && !HARMLESS.has(String(entry['message']));
  return rest.trim() !== '' && !GREETING.test(rest);
}

function parseLine(text: string, now: number): Line {
  const [, target = '', rest = ''] = /^(\w+): (.*)$/s.exec(text) ?? [];
  const entry = parse(rest);
  return { target, rest, entry, time: timeOf(entry?.['timestamp'], now) };
}

/** The time of day here: of the event, or of now for a line that does not say. */
function timeOf(timestamp: unknown, now: number): string {
  const at = new Date(typeof timestamp === 'string' ? timestamp : now);
  return (Number.isNaN(at.getTime()) ? new Date(now) : at).toTimeString().slice(0, 8);
}

/** What happened and why, without the ids. */
function summaryOf({ entry, rest }: Line): string {
  if (!entry) return rest.trim();
  const why = entry['reason'] ?? (entry['error'] as { message?: unknown } | undefined)?.message;
  return typeof why === 'string' ? `${String(entry['message'])}: ${why}` : String(entry['message']);
}

function inFull({ target, rest, entry, time }: Line, isVerbose: boolean): string {
  if (!entry) return `${time}  ${target}  ${rest}`;
  const { severity, message, ...fields } = entry;
  const shown = Object.entries(fields)
    .filter(([name]) => name !== 'timestamp' && !name.startsWith('logging.googleapis.com/'))
    .map(([name, value]) => `${name}=${JSON.stringify(isVerbose ? value : withoutStack(value))}`);
  return `${time}  ${target}  ${String(severity).toLowerCase()}  ${[String(message), ...shown].join(' ')}`;
}

/** Shortens an error to its message. The stack of a bundle says little, and `--verbose` shows it. */
const withoutStack = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'stack' in value && 'message' in value
    ? value.message
    : value;

function parse(text: string): Record<string, unknown> | undefined {
  if (!text.startsWith('{')) return undefined;
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}
