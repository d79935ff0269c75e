import { VARIABLES } from '../../functions/variables';
import {
  CONFIG_NAMES,
  DATABASE_NAMES,
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

/** Who reads a variable: the functions it is given to when they are deployed, then the commands. */
function readersOf(name: ConfigName): string {
  const common = reads(DATABASE_NAMES, name) || reads(LOG_NAMES, name);
  const functions = Object.entries(VARIABLES).flatMap(([target, names]) =>
    reads(names, name) ? [code(target)] : [],
  );
  const commands = Object.entries(COMMAND_VARIABLES).flatMap(([command, names]) =>
    reads(names, name) ? [command] : [],
  );
  const readers = [...(common ? ['every function'] : functions), ...commands];
  return readers.join(', ');
}

/** Whether a variable must be set, and what is used where it is not: the schema's own word. */
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
  return markdownTable(['variable', 'what it is', 'where unset', 'secret', 'read by'], rows);
}

/** Every variable for `.env.example`: those that must be set bare, the others commented out with what is used instead. */
export function envExample(): string {
  const head = `# Every variable that TelePay reads, made by npm run docs. A value may also be
# sm://projects/P/secrets/S/versions/V: it is then fetched from Secret Manager.
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

/** Names that the schema has and nobody has described; and the other way round. */
export function undescribed(): readonly string[] {
  const described = GROUPS.flatMap(({ variables }) => Object.keys(variables));
  const names: readonly string[] = CONFIG_NAMES;
  return [
    ...names.filter((name) => !described.includes(name)),
    ...described.filter((name) => !names.includes(name)),
  ];
}
