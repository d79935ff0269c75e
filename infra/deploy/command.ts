import type { Purpose } from '../../shared/security/purpose-keys';

/** One process to start. A dry run prints the same commands that a deploy starts. */
export interface Command {
  readonly program: 'gcloud' | 'npm';
  readonly args: readonly string[];
  /** Added to the current environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Goes to standard input, so that a secret appears neither in a shell's history nor in a list of processes. */
  readonly input?: Input;
  /** One more flag, whose value has to be looked up: Google chose the names of what an earlier stage created. */
  readonly lookup?: Lookup;
}

export interface Lookup {
  readonly flag: string;
  /** The lines of its output, joined with commas, are the value. */
  readonly command: Command;
}

export type Input =
  | { readonly type: 'json'; readonly value: unknown }
  /** A new value for a secret: from the operator, or generated if nobody else needs to know it. */
  | { readonly type: 'new_secret'; readonly variable: string }
  /** The key of one purpose, which derives from the newest version of a secret. */
  | { readonly type: 'derived_key'; readonly secret: string; readonly purpose: Purpose }
  /** A password from Secret Manager, in the form that `--flags-file` needs. */
  | { readonly type: 'stored_password'; readonly secret: string };

export const gcloud = (args: readonly string[], input?: Input): Command => ({
  program: 'gcloud',
  args,
  ...(input && { input }),
});

export const npm = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Command => ({
  program: 'npm',
  args,
  env,
});

/** The name of a command for the operator: `npm run migrate`. */
export const nameOf = ({ program, args }: Command): string =>
  [program, ...args.filter((word) => word !== '--silent').slice(0, 2)].join(' ');

/** Makes gcloud read a file from standard input. */
export const STDIN = '-';
export const json = (value: unknown): Input => ({ type: 'json', value });

export const readSecret = (secret: string): Command =>
  gcloud(['secrets', 'versions', 'access', 'latest', `--secret=${secret}`]);

/** Does the same as `purposeKey`. The secret goes through a pipe, so that it is in no list of processes. */
const derivation = (purpose: Purpose): string =>
  `node -p 'crypto.createHmac("sha256", fs.readFileSync(0, "utf8").trim()).update("${purpose}").digest("hex")'`;

const PLAIN = /^[A-Za-z0-9_@%+=:,./^-]+$/;

const quote = (word: string): string => (PLAIN.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`);

/** The shell line that does the same, with its project. */
export function shellLine(project: string, { program, args, env = {}, input, lookup }: Command): string {
  const words = [
    ...Object.entries(env).map(([name, value]) => `${name}=${quote(value)}`),
    program,
    ...args.map(quote),
    ...(lookup ? [`${lookup.flag}="$(${shellLine(project, lookup.command)} | paste -sd, -)"`] : []),
    ...(program === 'gcloud' ? [`--project=${project}`] : []),
  ];
  const line = words.join(' ');
  switch (input?.type) {
    case undefined:
      return line;
    case 'json':
      return `${line} <<'EOF'\n${JSON.stringify(input.value, null, 2)}\nEOF`;
    case 'new_secret':
      return `${line} # reads ${input.variable} from standard input`;
    case 'derived_key':
      return `${shellLine(project, readSecret(input.secret))} | ${derivation(input.purpose)} | ${line}`;
    case 'stored_password':
      return `${shellLine(project, readSecret(input.secret))} | sed 's/.*/{"--password": "&"}/' | ${line}`;
  }
}
