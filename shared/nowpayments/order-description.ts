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
 * A description that NOWPayments signs as it shows it. In ASCII alone, for signers escape other characters each in
 * their own way, and then no signature matches. May come out empty: a title in Cyrillic leaves nothing.
 */
export function asciiDescription(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, (character) => IN_ASCII[character] ?? (/\s/.test(character) ? ' ' : ''));
  return plain.replace(/\s+/g, ' ').trim().slice(0, MAX_LENGTH).trimEnd();
}
