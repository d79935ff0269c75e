const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

/** Decodes `&lt;`, `&#60;` or `&#x3c;` at `position`, even without a semicolon. `undefined` for plain text. */
export function decodeEntity(bytes: Buffer, position: number): { text: string; next: number } | undefined {
  // 32 bytes are enough for any entity that Telegram knows.
  const ahead = bytes.toString('latin1', position, position + 32);
  const match = /^&(?:#x([0-9a-fA-F]*)|#([0-9]*)|([a-zA-Z]*))/.exec(ahead);
  if (!match) return undefined;
  const [source, hex, decimal, name] = match;
  const text = name === undefined ? fromCode(source, hex, decimal) : NAMED[name];
  if (text === undefined) return undefined;
  const end = position + source.length;
  return { text, next: bytes[end] === 0x3b ? end + 1 : end };
}

function fromCode(source: string, hex?: string, decimal?: string): string | undefined {
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  // tdlib reads no entity if the code is zero or beyond Unicode, or if it has ten characters or more.
  if (!code || code >= 0x10ffff || source.length >= 10) return undefined;
  return String.fromCodePoint(code);
}
