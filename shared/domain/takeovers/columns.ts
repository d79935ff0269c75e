/** What a list says about each member. `name`: it may be a username, or what friends call them. */
export type ListedField = 'id' | 'username' | 'name' | 'until' | 'note';

/** The cells of a line. Absent: the line has no such cell. */
export type ListedCells = Readonly<Partial<Record<ListedField, string>>>;

/**
 * The names that a column may have, without spaces, hyphens and underscores. Of two of one kind, the first counts: a table that says
 * whose id it means has the numbers of its own rows as `id`.
 */
const NAMES: Readonly<Record<ListedField, string>> = {
  id: 'telegramid telegramuserid tgid userid memberid id chatid',
  username: 'username telegramusername telegram tg handle',
  name: 'user member login nick nickname name',
  until:
    'until paiduntil end ends endsat enddate expires expiresat expireson expiry expirydate expiration expirationdate validuntil activeuntil accessuntil subscriptionend',
  note: 'note notes comment comments remark remarks',
};

const COLUMNS = new Map(
  Object.entries(NAMES).flatMap(([field, names]) =>
    names.split(' ').map((name, rank) => [name, { field: field as ListedField, rank }]),
  ),
);

const columnOf = (name: string) =>
  COLUMNS.get(
    name
      .trim()
      .toLowerCase()
      .replace(/[\s_.-]+/g, ''),
  );

/** The field that a column holds, by its name. `undefined` if it holds none of them. */
export const fieldOf = (name: string): ListedField | undefined => columnOf(name)?.field;

/**
 * The fields of a line's values by the names of their columns. Of two columns of one kind, the one whose cell isn't empty counts,
 * but no other id stands in for that of the person.
 */
export function cellsByName(named: Iterable<readonly [name: string, value: string]>): ListedCells {
  const found = [...named]
    .toReversed()
    .map(([name, value]) => ({ ...columnOf(name), text: value.trim() }))
    .filter((cell) => cell.text !== '' || cell.field === 'id')
    .sort((a, b) => (b.rank ?? 0) - (a.rank ?? 0));
  return Object.fromEntries(found.flatMap(({ field, text }) => (field === undefined ? [] : [[field, text]])));
}
