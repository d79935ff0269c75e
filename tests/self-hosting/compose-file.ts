import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export const COMPOSE_FOLDER = join(__dirname, '../../infra/compose');

interface Service {
  readonly image: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly restart?: string;
  readonly stop_grace_period?: string;
  readonly command?: readonly string[];
  readonly entrypoint?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly logging?: { readonly options: Readonly<Record<string, string>> };
}

interface ComposeFile {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

/** Thrown for a variable that the file demands, as Compose does. */
export class MissingVariable extends Error {
  override readonly name = 'MissingVariable';
}

/** Puts variables into a text as Compose does: `${NAME}`, `${NAME:-default}`, `${NAME:?}` and `$$`. */
function interpolate(text: string, variables: Readonly<Record<string, string>>): string {
  return text.replaceAll(
    /\$(?:\$|\{(\w+)(?::([-?])([^}]*))?\})/g,
    (whole, name?: string, kind?: string, rest = '') => {
      if (name === undefined) return '$';
      const value = variables[name] ?? '';
      if (value !== '' || kind === undefined) return value;
      if (kind === '?') throw new MissingVariable(name);
      return String(rest);
    },
  );
}

/** Every text in a parsed value, interpolated. Compose, too, parses the file first. */
function interpolated(value: unknown, variables: Readonly<Record<string, string>>): unknown {
  if (typeof value === 'string') return interpolate(value, variables);
  if (Array.isArray(value)) return value.map((each) => interpolated(each, variables));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, interpolated(each, variables)]),
  );
}

/** The compose file with these variables, its anchors and merges resolved. Throws `MissingVariable`. */
export function readComposeFile(variables: Readonly<Record<string, string>>): ComposeFile {
  const text = readFileSync(join(COMPOSE_FOLDER, 'compose.yaml'), 'utf8');
  return interpolated(parse(text, { merge: true }), variables) as ComposeFile;
}
