import { FluentBundle, FluentResource } from '@fluent/bundle';

/** A message's name. It begins with its room: `donations-keypad-title` is in `donations.ftl`. */
export type WordingKey = `${string}-${string}`;

/** What a message is filled with. Numbers are for plurals and counts, and are written by the language's rules. */
export type CatalogValues = Readonly<Record<string, string | number>>;

/** Reads a room's messages in Fluent's syntax; `undefined` if there are none. https://projectfluent.org */
export type ReadRoom = (room: string) => string | undefined;

const roomOf = (key: string): string => key.slice(0, key.indexOf('-'));

/** The messages of one language. A room is read when its first message is needed. */
export class Catalog {
  readonly #bundle: FluentBundle;
  readonly #readRoom: ReadRoom;
  readonly #known = new Set<string>();

  /** `locale` is an IETF tag. Its rules of plurals and numbers come from `Intl`. */
  constructor(locale: string, readRoom: ReadRoom) {
    // Values are isolated before they come here, because only some of them need it.
    this.#bundle = new FluentBundle(locale, { useIsolating: false });
    this.#readRoom = readRoom;
  }

  /** `undefined` if there is no such message. A value that is missing shows as its name in braces. */
  format(key: WordingKey, values: CatalogValues): string | undefined {
    const room = roomOf(key);
    if (!this.#known.has(room)) {
      this.#bundle.addResource(new FluentResource(this.#readRoom(room) ?? ''));
      this.#known.add(room);
    }
    const pattern = this.#bundle.getMessage(key)?.value;
    // Without a list for errors, Fluent throws the first, and a message must not fail over its words.
    return pattern == null ? undefined : this.#bundle.formatPattern(pattern, values, []);
  }
}
