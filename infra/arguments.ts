import { readFile } from 'node:fs/promises';
import { parseArgs, type ParseArgsConfig } from 'node:util';

type OptionsConfig = NonNullable<ParseArgsConfig['options']>;

/** The user of a command used it wrongly; the message says how to use it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export interface ReadOptions {
  /** What was typed after the command's name. */
  readonly args?: readonly string[];
  /** The command takes words besides its options. */
  readonly hasWords?: boolean;
  /** Says of an argument that begins with `-` that it is a word and no option, such as the id of a channel. */
  readonly isWord?: (argument: string) => boolean;
}

/** Marks a word that looks like an option, so that `parseArgs` takes it for a word, in its place among the others. */
const MARK = '\0';

const markWords = (args: readonly string[], isWord: (argument: string) => boolean): string[] =>
  args.map((argument) => (argument.startsWith('-') && isWord(argument) ? MARK + argument : argument));

/** Throws for the first option that the command lacks. Never repeats a value, because it may be a secret. */
function refuseUnknown(args: string[], options: OptionsConfig, hasWords: boolean): void {
  const { tokens } = parseArgs({ args, options, allowPositionals: true, strict: false, tokens: true });
  for (const token of tokens) {
    if (token.kind === 'positional' && !hasWords)
      throw new UsageError(`Unknown word: ${token.value}. See --help.`);
    if (token.kind !== 'option' || Object.hasOwn(options, token.name)) continue;
    if (token.rawName.startsWith('--')) throw new UsageError(`Unknown option: ${token.rawName}. See --help.`);
    const typed = String(args[token.index]);
    const remedy = hasWords ? ` If it is a word, put it last, after --, as in: … -- ${typed}` : '';
    throw new UsageError(`Unknown option: ${typed}. See --help.${remedy}`);
  }
}

/** Reads a command's arguments, with `--help`. Throws `UsageError` for what the command does not take. */
export function readArguments<const Options extends OptionsConfig>(
  options: Options,
  { args = process.argv.slice(2), hasWords = false, isWord = () => false }: ReadOptions = {},
) {
  const all = { ...options, help: { type: 'boolean', short: 'h' } } as const;
  const marked = markWords(args, isWord);
  refuseUnknown(marked, all, hasWords);
  try {
    const { positionals, ...read } = parseArgs({ args: marked, options: all, allowPositionals: true });
    return { ...read, positionals: positionals.map((word) => word.replace(MARK, '')) };
  } catch (error) {
    // Only an option without its value, or with one that it doesn't take, is left.
    throw new UsageError(`${(error as Error).message}. See --help.`);
  }
}

const UNREADABLE: Readonly<Record<string, (file: string) => string>> = {
  ENOENT: (file) => `There is no file ${file}.`,
  ENOTDIR: (file) => `There is no file ${file}.`,
  EISDIR: (file) => `${file} is a folder, not a file.`,
};

/** Reads a file that the user named. Throws `UsageError` if it can't be read. */
export const readNamedFile = (file: string): Promise<string> =>
  readFile(file, 'utf8').catch((cause: unknown) => {
    const { code = 'unknown' } = cause as NodeJS.ErrnoException;
    throw new UsageError(UNREADABLE[code]?.(file) ?? `${file} can't be read (${code}).`, { cause });
  });
