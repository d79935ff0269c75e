/** What was found wrong, and with which of the stories; none where it cannot be told. */
export class Wrong extends Error {
  readonly stories: readonly number[];

  constructor(when: string, found: readonly string[], stories: readonly number[] = []) {
    super(`${when}:\n  ${found.join('\n  ')}`);
    this.name = 'Wrong';
    this.stories = stories;
  }
}
