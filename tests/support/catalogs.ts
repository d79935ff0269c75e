import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FluentResource } from '@fluent/bundle';
import type { Language } from '../../shared/domain/common/language';

const FOLDER = join(__dirname, '../../shared/telegram');

interface CatalogFile {
  /** Beside the bundles: `locales/en/donations.ftl`. */
  readonly file: string;
  readonly language: Language;
  readonly room: string;
  readonly text: string;
}

/** Every message catalog, whether its language is switched on or not. */
export const CATALOGS: readonly CatalogFile[] = readdirSync(join(FOLDER, 'locales'), {
  recursive: true,
  encoding: 'utf8',
})
  .filter((name) => name.endsWith('.ftl'))
  .sort()
  .map((name) => {
    const [language = '', room = ''] = name.replace('.ftl', '').split('/');
    const text = readFileSync(join(FOLDER, 'locales', name), 'utf8');
    return { file: join('locales', name), language: language as Language, room, text };
  });

/** Collects what `pick` finds anywhere in the tree of a message. */
function collect(node: unknown, pick: (node: Record<string, unknown>) => string | undefined): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const found = pick(node as Record<string, unknown>);
  return [
    ...(found === undefined ? [] : [found]),
    ...Object.values(node).flatMap((child) => collect(child, pick)),
  ];
}

const namedBy = (type: string) => (node: Record<string, unknown>) =>
  node['type'] === type ? String(node['name']) : undefined;

/** The forms of a number. https://cldr.unicode.org/index/cldr-spec/plural-rules */
const PLURALS = ['zero', 'one', 'two', 'few', 'many', 'other'];

interface Selection {
  readonly type: string;
  readonly selector: { readonly name?: string };
  readonly variants: readonly { readonly key: { readonly type: string; readonly value: string | number } }[];
}

/** The words that a `{ $state -> [open] … }` names. */
const choicesAmong = ({ selector, variants }: Selection): readonly string[] =>
  variants.flatMap(({ key: { type, value } }) =>
    type === 'str' && !PLURALS.includes(String(value)) ? [`${selector.name}=${value}`] : [],
  );

interface CatalogEntry {
  readonly key: string;
  readonly variables: readonly string[];
  /** The words by which it chooses among its forms, besides the forms of a number, after their variable: `state=open`. */
  readonly choices: readonly string[];
  /** The other messages and terms that it names. */
  readonly references: readonly string[];
}

/** The messages and terms of a catalog, as Fluent reads them. It leaves out what it can't read. */
export const entriesOf = (text: string): readonly CatalogEntry[] =>
  new FluentResource(text).body.map(({ id, value }) => ({
    key: id,
    variables: [...new Set(collect(value, namedBy('var')))].sort(),
    choices: [
      ...new Set(
        collect(value, (node) =>
          node['type'] === 'select' ? choicesAmong(node as unknown as Selection).join() : undefined,
        ).flatMap((named) => (named === '' ? [] : named.split(','))),
      ),
    ].sort(),
    references: [
      ...new Set([
        ...collect(value, namedBy('mesg')),
        ...collect(value, namedBy('term')).map((name) => `-${name}`),
      ]),
    ],
  }));

/** The lines that begin neither an entry nor a comment and don't continue an entry, so that Fluent drops them. */
export const unreadableLines = (text: string): readonly string[] =>
  text.split('\n').filter((line) => !/^(?:-?[a-z][\w-]* = ?|#|\s|\}|$)/.test(line));
