/** No line of a list is longer. */
export const MAX_LINE = 4_000;

export interface NumberedLine {
  /** From 1. */
  readonly line: number;
  /** Without its end. Cut if it is longer than `MAX_LINE`. */
  readonly text: string;
}

/** Splits a text into lines, whichever of the three ends they have, and keeps no more than one line in memory. */
export class SplitLines {
  private rest = '';
  private line = 1;

  /** Adds the next piece of the text, and returns the lines that it completes. */
  push(piece: string): NumberedLine[] {
    // The end of a line may be cut in two.
    const text = this.rest + piece;
    const isCut = text.endsWith('\r');
    const lines = (isCut ? text.slice(0, -1) : text).split(/\r\n|\n|\r/);
    const rest = lines.pop() ?? '';
    this.rest = rest.slice(0, MAX_LINE + 1) + (isCut ? '\r' : '');
    return lines.map((each) => this.number(each));
  }

  end(): NumberedLine[] {
    const last = this.rest.replace(/\r$/, '');
    return last === '' ? [] : [this.number(last)];
  }

  private number(text: string): NumberedLine {
    return { line: this.line++, text: text.slice(0, MAX_LINE + 1) };
  }
}
