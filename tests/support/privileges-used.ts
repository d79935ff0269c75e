import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** The verbs that a login may be granted on a table. */
export const VERBS = ['select', 'insert', 'update', 'delete'] as const;
export type Verb = (typeof VERBS)[number];

/** For each table, the verbs that a function's statements need, with the statement that needs each. */
export type PrivilegesUsed = Readonly<Record<string, Partial<Record<Verb, string>>>>;

/** Triggers run as the login whose statement fired them. A test compares these with the triggers that there are. */
export const TRIGGERS: Readonly<Record<string, readonly (readonly [table: string, verb: Verb])[]>> = {
  'delete channel_administrators': [
    ['channels', 'update'],
    ['channels', 'select'],
  ],
};

/** What functions of the database read on behalf of their caller. */
const FUNCTIONS: Readonly<Record<string, string>> = { order_wait_seconds: 'orders' };

/** Tables that a statement names by a variable, by the words around it. */
const NAMED_BY_VARIABLE: readonly (readonly [words: RegExp, verb: Verb, tables: readonly string[]])[] = [
  [/^update \? set revoked_at\b/, 'update', ['extensions', 'manual_extensions']],
];

/**
 * Reads the SQL of a built function: every tagged template that its bundle holds, which after tree shaking is every
 * statement that it can make. Throws at a table that is named by an unknown variable.
 */
export function privilegesUsed(bundle: string, tables: ReadonlySet<string>): PrivilegesUsed {
  const used: Record<string, Partial<Record<Verb, string>>> = {};
  for (const statement of statementsIn(bundle)) {
    const need = (table: string, ...verbs: readonly Verb[]) => {
      if (tables.has(table)) for (const verb of verbs) (used[table] ??= {})[verb] ??= statement;
    };
    const all = (pattern: RegExp) => [...statement.matchAll(pattern)];
    for (const [, table = '', rest = ''] of all(
      /\binsert into (\w+)(.*?)(?=\b(?:insert into|update \w+ set|delete from)\b|$)/g,
    )) {
      need(table, 'insert');
      if (/\bon conflict \(|\breturning\b/.test(rest)) need(table, 'select');
      if (/\bdo update\b/.test(rest)) need(table, 'update');
    }
    // A fragment that only ends an `insert`.
    if (/^on conflict .* do update/.test(statement))
      for (const [, table = ''] of all(/\b(\w+)\.\w+/g)) need(table, 'select', 'update');
    for (const [, table = ''] of all(/(?<!do |for |key )\bupdate (\w+)/g)) need(table, 'select', 'update');
    for (const [, table = ''] of all(/\bdelete from (\w+)/g)) need(table, 'select', 'delete');
    for (const [, table = ''] of all(/(?:\bfrom|\bjoin|\busing|,|\blateral) \(?(\w+)\b(?![.,)])/g))
      need(table, 'select');
    for (const table of lockedBy(statement)) need(table, 'select', 'update');
    for (const [name, table] of Object.entries(FUNCTIONS))
      if (statement.includes(`${name}(`)) need(table, 'select');
    for (const [words, verb, named] of NAMED_BY_VARIABLE)
      if (words.test(statement)) for (const table of named) need(table, 'select', verb);
    if (/\b(?:insert into|delete from|update) \?/.test(statement) && !isKnown(statement))
      throw new Error(`Add this statement to NAMED_BY_VARIABLE: ${statement}`);
  }
  for (const [event, needed] of Object.entries(TRIGGERS)) {
    const [verb = '', table = ''] = event.split(' ');
    const statement = used[table]?.[verb as Verb];
    if (statement !== undefined)
      for (const [of, what] of needed) (used[of] ??= {})[what] ??= `the trigger of: ${statement}`;
  }
  return used;
}

const isKnown = (statement: string) => NAMED_BY_VARIABLE.some(([words]) => words.test(statement));

/** Locking a row takes the right to update it. */
function lockedBy(statement: string): string[] {
  const locks = [...statement.matchAll(/\bfor (?:no key )?update( of [\w, ]+?)?(?= skip|\)|$)/g)];
  return locks.flatMap(({ 1: of, index }) => {
    const before = statement.slice(0, index);
    const named = [...before.matchAll(/(?:\bfrom|\bjoin|,) (\w+)(?: (\w+))?/g)].reverse();
    if (of === undefined) return named.slice(0, 1).map(({ 1: table = '' }) => table);
    const aliases = of.replace(' of ', '').split(/, ?/);
    return aliases.flatMap(
      (alias) => named.find(([, table, name]) => name === alias || table === alias)?.[1] ?? [],
    );
  });
}

/** The templates with the tag `sql`, on one line, with `?` for what is put into them. */
export function statementsIn(bundle: string): string[] {
  const source = ts.createSourceFile(bundle, readFileSync(bundle, 'utf8'), ts.ScriptTarget.ES2022, false);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && ts.isIdentifier(node.tag) && /^sql\d*$/.test(node.tag.text))
      found.push(textOf(node.template));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function textOf(template: ts.TemplateLiteral): string {
  const text = ts.isNoSubstitutionTemplateLiteral(template)
    ? template.text
    : template.head.text + template.templateSpans.map(({ literal }) => `?${literal.text}`).join('');
  const withoutComments = text.replace(/--.*$/gm, '');
  return withoutComments.replace(/\s+/g, ' ').trim();
}
