import { badLine, type BadLine } from '../../../domain/takeovers/read-member';
import { MAX_LINE } from './split-lines';

/** A value of a JSON list, and its number, because any number of them may be in one line. */
export interface JsonRecord {
  readonly line: number;
  readonly value: unknown;
}

/**
 * Reads the values of a JSON array, or of values that follow each other, however they are laid out. Only one value is in memory,
 * and of one that is too long, its beginning. A string that isn't closed ends with its line, and its value with it.
 */
export class JsonRecords {
  private count = 0;
  private text = '';
  private depth = 0;
  private isInString = false;
  private isEscaped = false;

  /** Adds the next piece of the text, and returns the values that it completes. */
  push(piece: string): (JsonRecord | BadLine)[] {
    const found: (JsonRecord | BadLine)[] = [];
    for (const character of piece) {
      const isWhole = this.text === '' ? this.begin(character) : this.goOn(character);
      if (isWhole) found.push(this.take());
    }
    return found;
  }

  end(): (JsonRecord | BadLine)[] {
    return this.text === '' ? [] : [this.take()];
  }

  private begin(character: string): false {
    if (/[\s,[\]]/.test(character)) return false;
    this.add(character);
    return false;
  }

  /** Returns `true` if the value is whole, or can't become so. */
  private goOn(character: string): boolean {
    const isPlain = this.depth === 0 && !this.isInString;
    if (isPlain && /[\s,\]]/.test(character)) return true;
    if (character === '\n' && this.isInString) return true;
    this.add(character);
    return this.depth <= 0 && !this.isInString && /[}"]/.test(character);
  }

  private add(character: string): void {
    if (this.text.length <= MAX_LINE) this.text += character;
    if (this.isInString) {
      if (!this.isEscaped && character === '"') this.isInString = false;
      this.isEscaped = !this.isEscaped && character === '\\';
      return;
    }
    if (character === '"') this.isInString = true;
    else if (/[{[]/.test(character)) this.depth += 1;
    else if (/[}\]]/.test(character)) this.depth -= 1;
  }

  private take(): JsonRecord | BadLine {
    const { text } = this;
    const line = (this.count += 1);
    Object.assign(this, { text: '', depth: 0, isInString: false, isEscaped: false });
    if (text.length > MAX_LINE) return badLine(line, 'too_long', text);
    try {
      return { line, value: JSON.parse(text) as unknown };
    } catch {
      return badLine(line, 'not_json', text);
    }
  }
}
