/** `text` as Postgres can hold it: without NUL and half characters, which would make its delivery fail for ever. */
export const storableText = (text: string): string => text.replaceAll('\0', '\uFFFD').toWellFormed();
