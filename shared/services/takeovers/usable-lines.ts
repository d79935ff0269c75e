import { badLine, isBadLine, type BadLine, type ReadLine } from '../../domain/takeovers/read-member';
import type { ListedEnd } from '../../domain/takeovers/read-until';
import type { TakeoverLine } from '../../domain/takeovers/takeover-line';

/** The lines of a list that can be used, and what was found while they were read. */
export interface UsableLines {
  /** Reads the list. What follows is known once it is at its end. */
  readonly lines: () => AsyncGenerator<TakeoverLine>;
  readonly bad: readonly BadLine[];
  readonly good: number;
  /** Some line says no end, and there was none for it. */
  readonly isWithoutEnd: boolean;
}

/** Sorts the lines of a list. `until`: for those that say no end. Without one, such lines can't be used. */
export function usableLines(batches: AsyncIterable<readonly ReadLine[]>, until: ListedEnd): UsableLines {
  const bad: BadLine[] = [];
  const found = { bad, good: 0, isWithoutEnd: false };
  const lines = async function* (): AsyncGenerator<TakeoverLine> {
    for await (const batch of batches)
      for (const line of batch) {
        if (isBadLine(line)) bad.push(line);
        else {
          const end = line.until ?? until;
          if (end === null) {
            found.isWithoutEnd = true;
            bad.push(badLine(line.line, 'no_until', line.username ?? String(line.userId)));
          } else {
            found.good += 1;
            yield { ...line, until: end };
          }
        }
      }
  };
  return Object.assign(found, { lines });
}
