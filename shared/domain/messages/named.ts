/** One type of answer for each name, for answers that have no values. */
export type Named<Name extends string> = Name extends string ? { readonly answer: Name } : never;
