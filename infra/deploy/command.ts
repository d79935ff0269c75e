import type { Purpose } from '../../shared/security/purpose-keys';

/** One process to start. A dry run prints the same commands that a deploy starts. */
export interface Command {
  readonly program: 'gcloud' | 'npm';
  readonly args: readonly string[];
  /** Added to the current environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Goes to standard input, so that a secret appears neither in a shell's history nor in a list of processes. */
  readonly input?: Input;
  /** Its output is one more word, because Google chose the name of what an earlier step created. */
  readonly lookup?: Command;
}

export type Input =
  /** The lines that `from` prints replace `[LOOKED_UP]` as a list, and `LOOKED_UP` as one text. */
  | { readonly type: 'json'; readonly value: unknown; readonly from?: Command }
  /** A new value for a secret: from the operator, or generated if nobody else needs to know it. */
  | { readonly type: 'new_secret'; readonly variable: string }
  /** The key of one purpose, which derives from the newest version of a secret. */
  | { readonly type: 'derived_key'; readonly secret: string; readonly purpose: Purpose };

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
export const json = (value: unknown, from?: Command): Input => ({
  type: 'json',
  value,
  ...(from && { from }),
});

/** Marks in a JSON input what has to be looked up: a secret, or names that Google chose in an earlier stage. */
export const LOOKED_UP = 'LOOKED_UP';

/** The text of a JSON input, with the lines of `output` where they belong. */
export function filledJson(value: unknown, output: string): string {
  const found = output.trim().split('\n');
  return JSON.stringify(value)
    .replaceAll(`["${LOOKED_UP}"]`, () => JSON.stringify(found))
    .replaceAll(`"${LOOKED_UP}"`, () => JSON.stringify(found.join('\n')));
}

/**
 * Does the same as `filledJson`, with the JSON on standard input. What was looked up is in a variable of that process alone,
 * because a secret must not be in a list of processes.
 */
const FILLING =
  `node -p 'const found = process.env.FOUND.trim().split("\\n"); JSON.stringify(JSON.parse(fs.readFileSync(0, "utf8")))` +
  `.replaceAll("[\\"${LOOKED_UP}\\"]", () => JSON.stringify(found)).replaceAll("\\"${LOOKED_UP}\\"", () => JSON.stringify(found.join("\\n")))'`;

export const readSecret = (secret: string): Command =>
  gcloud(['secrets', 'versions', 'access', 'latest', `--secret=${secret}`]);

/** A password from Secret Manager, in the form that `--flags-file` needs. */
export const storedPassword = (secret: string): Input =>
  json({ '--password': LOOKED_UP }, readSecret(secret));

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
    ...(lookup ? [`"$(${shellLine(project, lookup)})"`] : []),
    ...(program === 'gcloud' ? [`--project=${project}`] : []),
  ];
  const line = words.join(' ');
  switch (input?.type) {
    case undefined:
      return line;
    case 'json':
      if (input.from)
        return `FOUND="$(${shellLine(project, input.from)})" ${FILLING} <<'EOF' | ${line}\n${JSON.stringify(input.value, null, 2)}\nEOF`;
      return `${line} <<'EOF'\n${JSON.stringify(input.value, null, 2)}\nEOF`;
    case 'new_secret':
      return `${line} # reads ${input.variable} from standard input`;
    case 'derived_key':
      return `${shellLine(project, readSecret(input.secret))} | ${derivation(input.purpose)} | ${line}`;
  }
}
