import { lineAt, passagesIn, textOf } from './prose';

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

/** Finds banned constructions in the comments, literals, code, paragraphs and messages of a file. */
export function findBanned({ path, text: source }: SourceFile, banned: readonly Banned[]): readonly Hit[] {
  return passagesIn(path, source).flatMap((passage) => {
    const text = textOf(passage);
    return banned.flatMap(([pattern, instead]) =>
      [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
        file: path,
        line: lineAt(passage, index),
        text: found.trim(),
        instead,
      })),
    );
  });
}
