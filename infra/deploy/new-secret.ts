import { randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { CommandFailed } from './run-command';
import { OWNER_PASSWORD } from './installation';
import type { PlannedStage } from './plan';
import { commandsOf } from './resource';

/** Only our own functions need to know these, so they are generated. */
const GENERATED = new Set<string>([OWNER_PASSWORD, 'TELEGRAM_WEBHOOK_SECRET', 'WEBHOOK_SIGNING_SECRET']);

const WHERE: Readonly<Record<string, string>> = {
  DATABASE_URL: 'postgres://…, as the functions reach it: through the pooler, if there is one',
  DATABASE_DIRECT_URL:
    'postgres://…, straight to Postgres, as the owner of the schema; without a pooler it may be the same',
  TELEGRAM_BOT_TOKEN: 'from @BotFather',
  NOWPAYMENTS_API_KEY: 'NOWPayments → Settings → API keys',
  NOWPAYMENTS_IPN_SECRET: 'NOWPayments → Settings → Instant payment notifications',
  NOWPAYMENTS_PASSWORD: 'password of the account in nowpayments_email',
};

/** The secrets of alert channels have names of the operator's choice. */
const OF_ALERTS = 'the secret of an alert channel; infra/README.md says which';

export interface SecretSources {
  /** The text of a file with `NAME=value` lines, if there is one. */
  readonly file?: string;
  /** Asks the operator without showing what they type; absent if there is no terminal. */
  readonly ask?: (question: string) => Promise<string>;
}

/** Nobody has the value of a secret. */
class SecretMissing extends CommandFailed {
  constructor(variables: readonly string[]) {
    super(
      `${variables.join(', ')} ${variables.length === 1 ? 'is' : 'are'} missing. Put a line NAME=value for each into a file and add --secrets FILE.`,
    );
  }
}

/**
 * Returns the source of new secrets' values: the file, otherwise a generated value, otherwise the operator. Never a command
 * line. The same secret always gets the same value, because a command that reads it may be tried again. Throws `CommandFailed`
 * if none of them has the value.
 */
export function newSecrets({ file, ask }: SecretSources): (variable: string) => Promise<string> {
  const given = new Map(
    // Everything after the first = is the value, because a secret may contain # and quotes. In single quotes, it is what
    // the commands read from the same line with --env.
    (file ?? '').split(/\r?\n/).flatMap((line): [string, string][] => {
      const [, name, value] = /^\s*([A-Z][A-Z0-9_]*)=(.*)$/.exec(line) ?? [];
      return name === undefined || value === undefined ? [] : [[name, value]];
    }),
  );
  let turn: Promise<unknown> = Promise.resolve();
  const known = new Map<string, string>();
  const find = async (variable: string): Promise<string> => {
    const line = given.get(variable)?.trim();
    const value = /^'([^']*)'$/.exec(line ?? '')?.[1]?.trim() ?? line;
    if (value) return value;
    if (GENERATED.has(variable)) return randomBytes(32).toString('base64url');
    if (ask === undefined) throw new SecretMissing([variable]);
    // Several secrets may be requested at once, but a person answers one question at a time.
    const answer = turn.then(() => ask(`${variable} (${WHERE[variable] ?? OF_ALERTS}): `));
    turn = answer.catch(() => undefined);
    const typed = (await answer).trim();
    if (typed === '') throw new CommandFailed(`${variable} must not be empty.`);
    return typed;
  };
  return async (variable) => {
    const value = known.get(variable) ?? (await find(variable));
    known.set(variable, value);
    return value;
  };
}

/** The new secrets that a plan creates. */
export const newSecretsIn = (plan: readonly PlannedStage[]): string[] =>
  plan
    .flatMap(({ changes }) => changes.flatMap(commandsOf))
    .flatMap(({ input }) => (input?.type === 'new_secret' ? [input.variable] : []));

/** Gets every value before anything is changed. Throws `CommandFailed` with all that are missing. */
export async function askForSecrets(
  valueOf: (variable: string) => Promise<string>,
  variables: readonly string[],
): Promise<void> {
  const missing: string[] = [];
  for (const variable of variables)
    await valueOf(variable).catch((error: unknown) => {
      if (!(error instanceof SecretMissing)) throw error;
      missing.push(variable);
    });
  if (missing.length > 0) throw new SecretMissing(missing);
}

/** Asks at the terminal without showing the answer. */
export async function askHidden(question: string): Promise<string> {
  process.stderr.write(question);
  const mute = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: mute, terminal: true });
  try {
    return await terminal.question('');
  } finally {
    terminal.close();
    process.stderr.write('\n');
  }
}
