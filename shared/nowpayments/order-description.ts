const MAX_LENGTH = 100;

const IN_ASCII: Readonly<Record<string, string>> = {
  '–': '-',
  '—': '-',
  '−': '-',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
  '•': '-',
  '·': '-',
  '×': 'x',
  '⁄': '/',
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

const isDigit = (character: string | undefined): boolean => /^\p{Nd}$/u.test(character ?? '');

/** A decimal digit of any script. Unicode keeps the ten digits of a script together, zero first. */
function digitOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && isDigit(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
}

/** One character of a decomposed text. What has no likeness in ASCII leaves a gap, so that its neighbours don't join. */
function likenessOf(character: string): string {
  if (/^[\x20-\x7e]$/.test(character)) return character;
  if (isDigit(character)) return digitOf(character);
  return IN_ASCII[character] ?? (/^[\p{M}\p{Cf}]$/u.test(character) ? '' : ' ');
}

type Kind = 'digit' | 'power' | 'other';

const kindOf = (character: string): Kind =>
  isDigit(character) ? 'digit' : /^[⁰¹²³⁴-⁹]$/.test(character) ? 'power' : 'other';

/** The likeness of a text. A character that stands for a number (`½`, `②`) doesn't join the digits beside it. */
function likenessOfText(text: string): string {
  let plain = '';
  let last: Kind = 'other';
  for (const character of text.normalize('NFC')) {
    const part = Array.from(character.normalize('NFKD'), likenessOf).join('');
    if (part === '') continue;
    const kind = kindOf(character);
    const wouldJoin = /\d$/.test(plain) && /^\d/.test(part) && (kind === 'other' || kind !== last);
    plain += `${wouldJoin ? (kind === 'power' ? '^' : ' ') : ''}${part}`;
    last = kind;
  }
  return plain;
}

/**
 * A description that NOWPayments signs as it shows it. Only ASCII, because signers escape other characters in different
 * ways, and then no signature matches. May be empty.
 */
export function asciiDescription(text: string): string {
  return likenessOfText(text).replace(/\s+/g, ' ').trim().slice(0, MAX_LENGTH).trimEnd();
}

/**
 * A name as a part of a description. Empty if too little of it is left to recognize it by: `Канал 24` would be `24`.
 * Brackets and separators that lost what they belonged to go with it.
 */
export function asciiName(name: string): string {
  const plain = asciiDescription(name)
    .replace(/\(\s*\)|\[\s*\]|\{\s*\}|"\s*"|'\s*'/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:|/-]+|[\s,;:|/-]+$/g, '');
  const isNumber = /\d/.test(plain) && !/\p{L}/u.test(name);
  return isNumber || /[a-z]/i.test(plain) ? plain : '';
}
