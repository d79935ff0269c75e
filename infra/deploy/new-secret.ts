import { randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { CommandFailed } from './run-command';
import { OWNER_PASSWORD } from './installation';

/** Known to nobody but ourselves, so nobody needs to think of one. */
const MADE_UP = new Set<string>([OWNER_PASSWORD, 'TELEGRAM_WEBHOOK_SECRET', 'WEBHOOK_SIGNING_SECRET']);

const WHERE: Readonly<Record<string, string>> = {
  TELEGRAM_BOT_TOKEN: 'from @BotFather',
  NOWPAYMENTS_API_KEY: 'NOWPayments → Settings → API keys',
  NOWPAYMENTS_IPN_SECRET: 'NOWPayments → Settings → Instant payment notifications',
  NOWPAYMENTS_PASSWORD: 'of the account that nowpayments_email names',
};

export interface SecretSources {
  /** Text of a file of `NAME=value` lines, if one was given. */
  readonly file?: string;
  /** Asks a person without showing what is typed; absent where there is none. */
  readonly ask?: (question: string) => Promise<string>;
}

/**
 * Where a new secret's value comes from: the file, else it is made up, else a person types it. Never from a command
 * line. Throws `CommandFailed` when there is neither.
 */
export function newSecrets({ file, ask }: SecretSources): (variable: string) => Promise<string> {
  const given = new Map(
    // All behind the first = is the value, whatever it is: a secret may hold # and quotes.
    (file ?? '').split(/\r?\n/).flatMap((line): [string, string][] => {
      const [, name, value] = /^\s*([A-Z][A-Z0-9_]*)=(.*)$/.exec(line) ?? [];
      return name === undefined || value === undefined ? [] : [[name, value]];
    }),
  );
  let turn: Promise<unknown> = Promise.resolve();
  return async (variable) => {
    const value = given.get(variable)?.trim();
    if (value) return value;
    if (MADE_UP.has(variable)) return randomBytes(32).toString('base64url');
    if (ask === undefined)
      throw new CommandFailed(`${variable} is needed: give it in a file with --secrets FILE.`);
    // Several are needed at once, and a person answers one after the other.
    const answer = turn.then(() => ask(`${variable} (${WHERE[variable] ?? 'a secret'}): `));
    turn = answer.catch(() => undefined);
    const typed = (await answer).trim();
    if (typed === '') throw new CommandFailed(`${variable} must not be empty.`);
    return typed;
  };
}

/** Asks at the terminal, and shows nothing of the answer. */
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
