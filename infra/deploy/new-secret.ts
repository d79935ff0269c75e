import { randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { CommandFailed } from './run-command';
import { OWNER_PASSWORD } from './installation';

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

export interface SecretSources {
  /** The text of a file with `NAME=value` lines, if there is one. */
  readonly file?: string;
  /** Asks the operator without showing what they type; absent if there is no terminal. */
  readonly ask?: (question: string) => Promise<string>;
}

/**
 * Returns the source of new secrets' values: the file, otherwise a generated value, otherwise the operator. Never a command
 * line. Throws `CommandFailed` if none of them has the value.
 */
export function newSecrets({ file, ask }: SecretSources): (variable: string) => Promise<string> {
  const given = new Map(
    // Everything after the first = is the value, because a secret may contain # and quotes.
    (file ?? '').split(/\r?\n/).flatMap((line): [string, string][] => {
      const [, name, value] = /^\s*([A-Z][A-Z0-9_]*)=(.*)$/.exec(line) ?? [];
      return name === undefined || value === undefined ? [] : [[name, value]];
    }),
  );
  let turn: Promise<unknown> = Promise.resolve();
  return async (variable) => {
    const value = given.get(variable)?.trim();
    if (value) return value;
    if (GENERATED.has(variable)) return randomBytes(32).toString('base64url');
    if (ask === undefined)
      throw new CommandFailed(`${variable} is missing. Put it in a file and add --secrets FILE.`);
    // Several secrets may be requested at once, but a person answers one question at a time.
    const answer = turn.then(() => ask(`${variable} (${WHERE[variable] ?? 'a secret'}): `));
    turn = answer.catch(() => undefined);
    const typed = (await answer).trim();
    if (typed === '') throw new CommandFailed(`${variable} must not be empty.`);
    return typed;
  };
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
