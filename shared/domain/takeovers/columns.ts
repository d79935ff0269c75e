/** What a list says about each member. */
export type ListedField = 'id' | 'username' | 'until' | 'note';

/** The cells of a line. Absent: the line has no such cell. */
export type ListedCells = Readonly<Partial<Record<ListedField, string>>>;

/** The names that a column may have, without spaces, hyphens and underscores. */
const NAMES: Readonly<Record<ListedField, string>> = {
  id: 'id userid telegramid tgid telegramuserid memberid chatid',
  username: 'username user telegram telegramusername tg handle nick nickname login name member',
  until:
    'until paiduntil end ends endsat enddate expires expiresat expireson expiry expirydate expiration expirationdate validuntil activeuntil accessuntil subscriptionend',
  note: 'note notes comment comments remark remarks',
};

const FIELDS = new Map(
  Object.entries(NAMES).flatMap(([field, names]) =>
    names.split(' ').map((name) => [name, field as ListedField]),
  ),
);

/** The field that a column holds, by its name. `undefined` if it holds none of them. */
export const fieldOf = (name: string): ListedField | undefined =>
  FIELDS.get(
    name
      .trim()
      .toLowerCase()
      .replace(/[\s_.-]+/g, ''),
  );

/** The fields of a line's values by the names of their columns. Of two columns of one kind, the first that isn't empty counts. */
export function cellsByName(named: Iterable<readonly [name: string, value: string]>): ListedCells {
  const cells: Partial<Record<ListedField, string>> = {};
  for (const [name, value] of named) {
    const field = fieldOf(name);
    if (field !== undefined && (cells[field] ?? '') === '') cells[field] = value.trim();
  }
  return cells;
}
