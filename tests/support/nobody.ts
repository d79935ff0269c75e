/** A host name that no resolver is asked about, because its label is longer than DNS allows. It never resolves. */
export const NOBODY = `${'x'.repeat(64)}.invalid`;
