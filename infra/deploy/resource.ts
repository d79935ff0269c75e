import type { Command } from './command';

/** Settings of a resource as flat texts, so that one way of comparing serves them all. */
export type Shape = Readonly<Record<string, string>>;

/** One thing that must exist, how it must be, and how it is made so. */
export interface Resource {
  /** For a person: `service account telepay-worker`. */
  readonly title: string;
  readonly wanted: Shape;
  /** What is there; `undefined` when it is not. Settings that are not wanted are not looked at. */
  readonly found: Shape | undefined;
  readonly create: readonly Command[];
  /** Brings what is there to what is wanted, given the names of what differs. */
  readonly update: (differing: readonly string[]) => readonly Command[];
}

export interface Difference {
  readonly setting: string;
  readonly found: string;
  readonly wanted: string;
}

export type Change =
  | { readonly type: 'create'; readonly resource: Resource }
  | { readonly type: 'update'; readonly resource: Resource; readonly differences: readonly Difference[] }
  | { readonly type: 'none'; readonly resource: Resource };

const NOTHING = '(nothing)';

export function changeOf(resource: Resource): Change {
  const { found, wanted } = resource;
  if (found === undefined) return { type: 'create', resource };
  const differences = Object.entries(wanted)
    .filter(([setting, value]) => (found[setting] ?? '') !== value)
    .map(([setting, value]) => ({
      setting,
      found: found[setting] || NOTHING,
      wanted: value || NOTHING,
    }));
  return differences.length === 0 ? { type: 'none', resource } : { type: 'update', resource, differences };
}

export function commandsOf(change: Change): readonly Command[] {
  switch (change.type) {
    case 'create':
      return change.resource.create;
    case 'update':
      return change.resource.update(change.differences.map(({ setting }) => setting));
    case 'none':
      return [];
  }
}

const MOST_SHOWN = 80;
const short = (text: string): string =>
  text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN - 1)}…` : text;

/** What a change is, in one or more lines. */
export function describe(change: Change): string {
  const { title } = change.resource;
  switch (change.type) {
    case 'create':
      return `+ ${title}`;
    case 'none':
      return `= ${title}`;
    case 'update':
      return [
        `~ ${title}`,
        ...change.differences.map(
          ({ setting, found, wanted }) => `    ${setting}: ${short(found)} → ${short(wanted)}`,
        ),
      ].join('\n');
  }
}

/** A resource that only exists or does not. */
export const existing = (title: string, isFound: boolean, create: readonly Command[]): Resource => ({
  title,
  wanted: {},
  found: isFound ? {} : undefined,
  create,
  update: () => [],
});

/** Something that was ours and is wanted no more. */
export const unwanted = (title: string, remove: readonly Command[]): Resource => ({
  title: `${title}, which is wanted no more`,
  wanted: { it: 'gone' },
  found: { it: 'there' },
  create: [],
  update: () => remove,
});
