const LOUD = new Set(['WARNING', 'ERROR', 'CRITICAL', 'ALERT', 'EMERGENCY']);

/** Lines that the framework prints when it starts. */
const GREETING = /^(Serving function|Function:|Signature type:|URL:)/;

/**
 * Formats a line of a function's output for the terminal: `worker: {"severity":…}` becomes its event and fields. Returns
 * `undefined` for a line that is shown only in verbose mode.
 */
export function readableLine(line: string, isVerbose: boolean): string | undefined {
  const [, target = '', rest = ''] = /^(\w+): (.*)$/s.exec(line) ?? [];
  const entry = parse(rest);
  if (!entry)
    return rest.trim() !== '' && (isVerbose || !GREETING.test(rest)) ? `  ${target}  ${rest}` : undefined;
  const { severity, message, ...fields } = entry;
  if (!isVerbose && !LOUD.has(String(severity))) return undefined;
  const shown = Object.entries(fields)
    .filter(([name]) => name !== 'timestamp' && !name.startsWith('logging.googleapis.com/'))
    .map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  return `  ${target}  ${String(severity).toLowerCase()}  ${[String(message), ...shown].join(' ')}`;
}

function parse(text: string): Record<string, unknown> | undefined {
  if (!text.startsWith('{')) return undefined;
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}
