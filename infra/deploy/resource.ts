import type { Command } from './command';

/** The settings of a resource as flat texts, so that all resources are compared in the same way. */
export type Shape = Readonly<Record<string, string>>;

/** One thing that must exist: its wanted settings, and the commands that create or update it. */
export interface Resource {
  /** Shown to the operator: `service account telepay-worker`. */
  readonly title: string;
  readonly wanted: Shape;
  /** The current settings; `undefined` if it does not exist. Only the settings in `wanted` are compared. */
  readonly found: Shape | undefined;
  readonly create: readonly Command[];
  /** The commands that correct the settings named in `differing`. */
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

/** A change as one or more lines. */
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

/** A resource without settings, which only has to exist. */
export const existing = (title: string, isFound: boolean, create: readonly Command[]): Resource => ({
  title,
  wanted: {},
  found: isFound ? {} : undefined,
  create,
  update: () => [],
});

/** A resource of this installation that is no longer wanted. */
export const unwanted = (title: string, remove: readonly Command[]): Resource => ({
  title: `${title}, no longer wanted`,
  wanted: { it: 'removed' },
  found: { it: 'exists' },
  create: [],
  update: () => remove,
});
