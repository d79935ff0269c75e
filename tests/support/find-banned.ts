import { lineAt, passagesIn, textOf, type Passage } from './prose';

/** A construction that we do not use, and what to say instead. */
export type Banned = readonly [pattern: RegExp, instead: string];

export interface Hit {
  readonly file: string;
  readonly line: number;
  readonly text: string;
  readonly instead: string;
}

interface SourceFile {
  readonly path: string;
  readonly text: string;
}

const isTest = (path: string): boolean => path.startsWith('tests/') || path.endsWith('.test.ts');
const isView = (path: string): boolean => path.startsWith('shared/telegram/views/') && !isTest(path);

const isLiteral = (kind: Passage['kind']): boolean => kind === 'literal' || kind === 'title';

/** What the bot says: the literals of the views, one a line. */
export const sayingsIn = (files: readonly SourceFile[]): string =>
  files
    .filter(({ path }) => isView(path))
    .flatMap(({ path, text }) => passagesIn(path, text))
    .flatMap((passage) => (isLiteral(passage.kind) ? [textOf(passage)] : []))
    .join('\n');

/** The text at `index` with the words before and after it. */
function inContext(text: string, index: number, length: number): string {
  const [before = ''] = /\S*\s*$/.exec(text.slice(0, index)) ?? [];
  const [after = ''] = /^\s*[\w’']*/.exec(text.slice(index + length)) ?? [];
  return `${before}${text.slice(index, index + length)}${after}`;
}

/**
 * Finds banned constructions in the comments, literals, code and paragraphs of a file. Leaves out the texts of the bot and
 * the tests' quotes of them, because another change words those.
 */
export function findBanned(
  { path, text: source }: SourceFile,
  banned: readonly Banned[],
  sayings: string,
): readonly Hit[] {
  const isSaying = ({ kind }: Passage, context: string) =>
    isView(path) ? isLiteral(kind) : kind === 'literal' && isTest(path) && sayings.includes(context);
  return passagesIn(path, source).flatMap((passage) => {
    const text = textOf(passage);
    return banned.flatMap(([pattern, instead]) =>
      [...text.matchAll(pattern)]
        .filter(({ 0: found, index }) => !isSaying(passage, inContext(text, index, found.length)))
        .map(({ 0: found, index }) => ({
          file: path,
          line: lineAt(passage, index),
          text: found.trim(),
          instead,
        })),
    );
  });
}
