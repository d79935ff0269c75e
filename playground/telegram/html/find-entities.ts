import type { MessageEntity } from 'grammy/types';

const PATTERNS: readonly (readonly ['bot_command' | 'mention' | 'url', RegExp])[] = [
  ['bot_command', /(?<![\w/])\/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?(?![\w/])/g],
  ['mention', /(?<![\w@])@[A-Za-z]\w{3,31}\b/g],
  ['url', /\bhttps?:\/\/[^\s<>"]+[^\s<>".,!?)]/g],
];

/** Adds the entities that Telegram finds in plain text, except where a given entity already is. */
export function findEntities(text: string, given: readonly MessageEntity[] = []): MessageEntity[] {
  const found = [...given];
  for (const [type, pattern] of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const range = { offset: match.index, length: match[0].length };
      if (!found.some((entity) => overlap(entity, range))) found.push({ type, ...range });
    }
  }
  return found.sort((a, b) => a.offset - b.offset || b.length - a.length);
}

function overlap(a: { offset: number; length: number }, b: { offset: number; length: number }): boolean {
  return a.offset < b.offset + b.length && b.offset < a.offset + a.length;
}
