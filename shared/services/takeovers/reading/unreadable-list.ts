/** Why nothing of a list can be read. */
export type ListTrouble = 'not_text' | 'spreadsheet' | 'too_many_lines' | 'empty';

/** A list that can't be read at all. */
export class UnreadableList extends Error {
  override readonly name = 'UnreadableList';
  readonly trouble: ListTrouble;

  constructor(trouble: ListTrouble) {
    super(trouble);
    this.trouble = trouble;
  }
}
