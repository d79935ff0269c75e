export interface ParsedSample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

export interface ParsedFamily {
  readonly type: string;
  readonly help: string;
  readonly samples: ParsedSample[];
}

const NAME = '[a-zA-Z_:][a-zA-Z0-9_:]*';
const HELP = new RegExp(`^# HELP (${NAME}) ((?:[^\\\\]|\\\\[\\\\n])+)$`);
const TYPE = new RegExp(`^# TYPE (${NAME}) (counter|gauge|histogram|summary|untyped)$`);
const SAMPLE = new RegExp(`^(${NAME})(?:\\{(.*)\\})? (NaN|[+-]Inf|[+-]?\\d+(?:\\.\\d+)?(?:e[+-]?\\d+)?)$`);
const LABEL = /^([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\[\\n"])*)"(?:,|$)/;
const UNESCAPED: Readonly<Record<string, string>> = { '\\\\': '\\', '\\n': '\n', '\\"': '"' };

function labelsOf(text: string, where: string): Record<string, string> {
  const labels: Record<string, string> = {};
  for (let rest = text; rest !== '';) {
    const [all, name = '', value = ''] = LABEL.exec(rest) ?? [];
    if (all === undefined) throw new Error(`no label at ${JSON.stringify(rest)} in ${where}`);
    if (name in labels || name.startsWith('__')) throw new Error(`label ${name} must not be in ${where}`);
    labels[name] = value.replace(/\\[\\n"]/g, (escaped) => UNESCAPED[escaped] ?? escaped);
    rest = rest.slice(all.length);
  }
  return labels;
}

/**
 * Reads the text exposition format 0.0.4. Throws for anything else, and is stricter than Prometheus: each family once, with
 * HELP and TYPE right before its samples, each sample once, and counters that end in `_total` and are never below 0.
 */
export function parseExposition(text: string): ReadonlyMap<string, ParsedFamily> {
  if (!text.endsWith('\n')) throw new Error('the last line must end with a newline');
  const families = new Map<string, ParsedFamily>();
  const seen = new Set<string>();
  let help: string[] = [];
  let current = '';
  for (const line of text.slice(0, -1).split('\n')) {
    if (line.startsWith('# HELP ')) {
      help = HELP.exec(line)?.slice(1) ?? [];
      if (help.length === 0) throw new Error(`not a HELP: ${line}`);
    } else if (line.startsWith('#')) {
      const [, name = '', type = ''] = TYPE.exec(line) ?? [];
      if (name === '' || help[0] !== name) throw new Error(`no TYPE after its HELP: ${line}`);
      if (families.has(name)) throw new Error(`${name} appears twice`);
      if ((type === 'counter') !== name.endsWith('_total'))
        throw new Error(`a ${type} must not be named ${name}`);
      families.set(name, { type, help: help[1] ?? '', samples: [] });
      current = name;
    } else {
      const [, name, labels = '', value] = SAMPLE.exec(line) ?? [];
      const family = families.get(current);
      if (name !== current || family === undefined) throw new Error(`no sample of ${current}: ${line}`);
      const sample = { labels: labelsOf(labels, line), value: Number(value) };
      const identity = `${name} ${JSON.stringify(Object.entries(sample.labels).sort())}`;
      if (seen.has(identity)) throw new Error(`sample appears twice: ${line}`);
      if (family.type === 'counter' && !(sample.value >= 0)) throw new Error(`a counter below 0: ${line}`);
      seen.add(identity);
      family.samples.push(sample);
    }
  }
  for (const [name, { samples }] of families)
    if (samples.length === 0) throw new Error(`${name} has no sample`);
  return families;
}
