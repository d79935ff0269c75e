/** Reads what was appended to a record since the last read. The record may drop its oldest entries. */
export class NewEntries<Entry> {
  private readonly record: readonly Entry[];
  private last: Entry | undefined;

  constructor(record: readonly Entry[]) {
    this.record = record;
    this.last = record.at(-1);
  }

  take(): readonly Entry[] {
    const from = this.last === undefined ? 0 : this.record.lastIndexOf(this.last) + 1;
    this.last = this.record.at(-1);
    return this.record.slice(from);
  }
}
