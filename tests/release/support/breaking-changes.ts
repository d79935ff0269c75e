import type { Shape } from './schema-shape';

type Rule = Shape['checks'][number];

/** Splits a check into the values that it allows (`in ('a', 'b')`) and the rest. */
function partsOf(definition: string) {
  const literal = /'([^']*)'::text/g;
  const values = [...definition.matchAll(literal)].map(([, value]) => String(value));
  return { values, rest: definition.replace(/ARRAY\[[^\]]*\]/g, 'ARRAY[]') };
}

/** Whether the check allows everything that the earlier check of the same name allowed. */
function isWidened(before: Rule, after: Rule): boolean {
  const [old, now] = [partsOf(before.definition), partsOf(after.definition)];
  return (
    before.on === after.on &&
    before.name === after.name &&
    old.rest === now.rest &&
    old.values.every((value) => now.values.includes(value))
  );
}

const isSame = (one: Rule, other: Rule) => one.on === other.on && one.definition === other.definition;

function* brokenColumns(before: Shape, after: Shape): Iterable<string> {
  for (const old of before.columns) {
    const column = `${old.on}.${old.name}`;
    const now = after.columns.find(({ on, name }) => on === old.on && name === old.name);
    if (now === undefined) yield `${column} is gone`;
    else if (now.type !== old.type) yield `${column} was ${old.type} and is now ${now.type}`;
    else if (now.isNotNull && !old.isNotNull) yield `${column} must no longer be null`;
    else if (now.isNotNull && old.hasDefault && !now.hasDefault) yield `${column} no longer has a default`;
  }
  const isOld = (table: string) => before.columns.some(({ on }) => on === table);
  for (const { on, name, isNotNull, hasDefault } of after.columns) {
    const isNew = isOld(on) && !before.columns.some((old) => old.on === on && old.name === name);
    if (isNew && isNotNull && !hasDefault) yield `${on}.${name} is required but has no default`;
  }
}

function* brokenRules(before: Shape, after: Shape): Iterable<string> {
  // Skip rules about new columns only, because the earlier code never sets those.
  const isOld = ({ on, columns }: Rule) =>
    before.columns.some((column) => column.on === on) &&
    (columns.length === 0 ||
      columns.some(
        (name) => name === '' || before.columns.some((old) => old.on === on && old.name === name),
      ));
  for (const rule of after.uniques)
    if (isOld(rule) && !before.uniques.some((old) => isSame(old, rule)))
      yield `${rule.on} must be unique by ${rule.name}`;
  for (const old of before.uniques)
    if (after.columns.some(({ on }) => on === old.on) && !after.uniques.some((rule) => isSame(old, rule)))
      yield `${old.on} is no longer unique by ${old.name}, which an "on conflict" may name`;
  for (const rule of after.checks)
    if (isOld(rule) && !before.checks.some((old) => isSame(old, rule) || isWidened(old, rule)))
      yield `${rule.on} must obey ${rule.name}`;
}

/** The changes from `before` to `after` that break code written for `before`. */
export function breakingChanges(before: Shape, after: Shape): string[] {
  const functions = before.functions
    .filter(
      ({ signature, result }) =>
        !after.functions.some((now) => now.signature === signature && now.result === result),
    )
    .map(({ signature, result }) => `${signature} returning ${result} is gone`);
  return [...brokenColumns(before, after), ...brokenRules(before, after), ...functions];
}

/** The release since which nothing needs what the migration removes; `undefined` if it only expands. */
const contractOf = (sql: string): string | undefined =>
  /^-- contract: since release (\d+\.\d+\.\d+)$/m.exec(sql)?.[1];

/** Whether version `one` is older than `other`. */
export function isOlder(one: string, other: string): boolean {
  const [a, b] = [one, other].map((version) => version.split('.').map(Number));
  const at = a?.findIndex((number, index) => number !== b?.[index]) ?? -1;
  return at >= 0 && Number(a?.[at]) < Number(b?.[at]);
}

/** Whether a migration may remove things: it names the release since which nothing needs them, older than `previous`. */
export function mayContract(sql: string, previous: string): boolean {
  const since = contractOf(sql);
  return since !== undefined && isOlder(since, previous);
}
