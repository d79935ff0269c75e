const MAX_LENGTH = 100;

const IN_ASCII: Readonly<Record<string, string>> = {
  '–': '-',
  '—': '-',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
  '•': '-',
  '·': '-',
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
};

/**
 * A description that NOWPayments signs as it shows it. Only ASCII, because signers escape other characters in different
 * ways, and then no signature matches. May be empty: nothing is left of a Cyrillic title.
 */
export function asciiDescription(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, (character) => IN_ASCII[character] ?? (/\s/.test(character) ? ' ' : ''));
  return plain.replace(/\s+/g, ' ').trim().slice(0, MAX_LENGTH).trimEnd();
}
