/** Makes `text` storable in Postgres. NUL and lone surrogates would make its delivery fail forever. */
export const storableText = (text: string): string => text.replaceAll('\0', '\uFFFD').toWellFormed();
