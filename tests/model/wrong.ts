/** Broken guarantees, and the stories that broke them. No stories if that is unknown. */
export class Violation extends Error {
  readonly stories: readonly number[];

  constructor(when: string, found: readonly string[], stories: readonly number[] = []) {
    super(`${when}:\n  ${found.join('\n  ')}`);
    this.name = 'Violation';
    this.stories = stories;
  }
}
