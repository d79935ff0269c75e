/** Turns each name into its own answer type, for answers without values. */
export type Named<Name extends string> = Name extends string ? { readonly answer: Name } : never;
