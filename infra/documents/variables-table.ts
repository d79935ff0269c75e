import { VARIABLES } from '../../functions/variables';
import {
  CONFIG_NAMES,
  DATABASE_NAMES,
  HOST_NAMES,
  LOG_NAMES,
  SECRET_NAMES,
  whenUnset,
  type ConfigName,
} from '../../shared/config';
import { COMMAND_VARIABLES } from '../command-variables';
import { markdownTable } from './generated-tables';
import { GROUPS } from '../variables';

const reads = (names: readonly ConfigName[], name: ConfigName): boolean => names.includes(name);
const code = (name: string): string => `\`${name}\``;

/** The readers of a variable: the functions that a deploy gives it to, then the commands. */
function readersOf(name: ConfigName): string {
  const common = reads(DATABASE_NAMES, name) || reads(LOG_NAMES, name);
  const functions = Object.entries(VARIABLES).flatMap(([target, names]) =>
    reads(names, name) ? [code(target)] : [],
  );
  const commands = Object.entries(COMMAND_VARIABLES).flatMap(([command, names]) =>
    reads(names, name) ? [command] : [],
  );
  const host = reads(HOST_NAMES, name) ? ['serve'] : [];
  const readers = [...(common ? ['every function'] : functions), ...host, ...commands];
  return readers.join(', ');
}

/** Whether a variable is required or optional, or its default, read from the schema. */
function unsetOf(name: ConfigName): string {
  const { isDemanded, fallback } = whenUnset(name);
  if (isDemanded) return 'required';
  return fallback === undefined ? 'optional' : code(String(fallback));
}

const isSecret = (name: ConfigName): boolean => reads(SECRET_NAMES, name);

/** Every variable as a row for `infra/README.md`. */
export function variablesTable(): string {
  const described = GROUPS.flatMap(({ variables }) => Object.entries(variables));
  const rows = described.map(([name, { what }]) => {
    const variable = name as ConfigName;
    return [code(name), what, unsetOf(variable), isSecret(variable) ? 'yes' : '', readersOf(variable)];
  });
  return markdownTable(['variable', 'what it is', 'default', 'secret', 'read by'], rows);
}

/** Every variable for `.env.example`. Optional ones are commented out and show their default. */
export function envExample(): string {
  const head = `# Every variable that TelePay reads, written by npm run docs. A value may also be
# sm://projects/P/secrets/S/versions/V: then it is read from Secret Manager.
`;
  const groups = GROUPS.map(({ title, variables }) => {
    const lines = Object.entries(variables).map(([name, { what, example }]) => {
      const { isDemanded, fallback } = whenUnset(name as ConfigName);
      const value = example ?? (fallback === undefined ? '' : String(fallback));
      const isSet = isDemanded || name === 'DATABASE_URL';
      return `# ${what}\n${isSet ? '' : '# '}${name}=${value}`;
    });
    return `# --- ${title} ---\n\n${lines.join('\n')}\n`;
  });
  return [head, ...groups].join('\n');
}

/** Names that are in the schema or in the descriptions, but not in both. */
export function undescribed(): readonly string[] {
  const described = GROUPS.flatMap(({ variables }) => Object.keys(variables));
  const names: readonly string[] = CONFIG_NAMES;
  return [
    ...names.filter((name) => !described.includes(name)),
    ...described.filter((name) => !names.includes(name)),
  ];
}
