import { UsageError } from './arguments';
import { runCommand, type Command, type Given, type Told } from './run-command';

/** What a subcommand does once its argument is read. Only here are variables read. */
export type Work = () => Promise<Told>;

/** One of the things that a command does. The command's first word chooses it. */
export interface Subcommand {
  /** What follows its word, as in the help: `FILE`, or `[URL]` if it may be left out. Absent: nothing. */
  readonly takes?: string;
  /** The flags of the command that go with it. */
  readonly flags?: readonly string[];
  /** Reads its argument, which is empty if it was left out. Throws `UsageError` for a wrong one. */
  readonly prepare: (
    argument: string,
    flags: ReadonlySet<string>,
    values: Given['values'],
  ) => Work | Promise<Work>;
}

export interface CommandOfMany extends Omit<Command, 'run' | 'isWordless'> {
  readonly subcommands: Readonly<Record<string, Subcommand>>;
}

/** Checks what was typed and does it. Throws `UsageError` before any variable is read. */
export function chooseSubcommand(
  subcommands: CommandOfMany['subcommands'],
): (given: Parameters<Command['run']>[0]) => Promise<Told> {
  return async ({ words: [word = '', argument = '', ...more], flags, values }) => {
    const chosen = Object.hasOwn(subcommands, word) ? subcommands[word] : undefined;
    if (chosen === undefined)
      throw new UsageError(
        `There is no command ${word}. Choose one of: ${Object.keys(subcommands).join(', ')}.`,
      );
    const { takes, flags: own = [], prepare } = chosen;
    const [unknown] = takes === undefined && argument !== '' ? [argument] : more;
    if (unknown !== undefined) throw new UsageError(`Unknown word: ${unknown}. See --help.`);
    if (takes !== undefined && !takes.startsWith('[') && argument === '')
      throw new UsageError(`Add ${takes} after ${word}. See --help.`);
    const other = [...flags].find((flag) => !own.includes(flag));
    if (other !== undefined) throw new UsageError(`--${other} doesn't go with ${word}. See --help.`);
    const work = await prepare(argument, flags, values);
    return work();
  };
}

/** Runs an operator's command whose first word says what to do. */
export const runSubcommands = ({ subcommands, ...command }: CommandOfMany): void =>
  runCommand({ ...command, run: chooseSubcommand(subcommands) });
