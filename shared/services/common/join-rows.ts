/** The keys of any of the tables. `keyof` of a union has only the keys that all of them share. */
type KeyOf<Rows> = Rows extends unknown ? keyof Rows : never;

type KeyInTwo<Rooms extends readonly object[]> = Rooms extends readonly [
  infer First,
  ...infer Others extends readonly object[],
]
  ? (keyof First & KeyOf<Others[number]>) | KeyInTwo<Others>
  : never;

/** Why the rows of the rooms aren't the table, in words for the compiler to print. `never` if they are. */
type Flaw<Table, Rooms extends readonly object[]> =
  | `no room has ${Exclude<keyof Table, KeyOf<Rooms[number]>> & string}`
  | `two rooms have ${KeyInTwo<Rooms> & string}`
  | `the table has no ${Exclude<KeyOf<Rooms[number]>, keyof Table> & string}`;

/**
 * Joins the rows of all rooms into one table. Doesn't compile if a row is missing, is in two rooms or belongs to no key
 * of the table; a plain spread with `satisfies` accepts all three. The type comes first and alone, because TypeScript
 * infers either all type arguments of a call or none.
 */
export const joinRows =
  <Table extends object>() =>
  <const Rooms extends readonly Partial<Table>[]>(
    rooms: Rooms & ([Flaw<Table, Rooms>] extends [never] ? unknown : Flaw<Table, Rooms>),
  ): Table =>
    Object.assign({}, ...rooms) as Table;
