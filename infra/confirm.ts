import { createInterface } from 'node:readline/promises';
import { UsageError } from './arguments';

/** Asks the operator, who has to say yes. Throws `UsageError` without a terminal, where `--yes` says it. */
export async function isConfirmed(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) throw new UsageError('There is no terminal to ask for confirmation. Add --yes.');
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`${question} [y/N] `);
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}
