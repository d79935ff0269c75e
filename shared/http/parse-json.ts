import { BadRequest } from '../errors';

const MAX_DEPTH = 32;
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

// `ignoreBOM` keeps a byte order mark in the text, where JSON refuses it.
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Reads a body as one JSON object: strict UTF-8, no deeper than 32, no key that could reach a prototype. */
export function parseJsonObject(rawBody: Uint8Array): Record<string, unknown> {
  const value = parse(rawBody);
  if (!isObject(value) || Array.isArray(value) || !isHarmless(value)) throw new BadRequest('invalid_json');
  return value;
}

// No cause, because the parser's message quotes the body.
function parse(rawBody: Uint8Array): unknown {
  try {
    return JSON.parse(utf8.decode(rawBody));
  } catch {
    throw new BadRequest('invalid_json');
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Goes level by level instead of recursing, so that a deep body cannot exhaust the stack. */
function isHarmless(root: Record<string, unknown>): boolean {
  let level = [root];
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) return false;
    const below: Record<string, unknown>[] = [];
    for (const node of level) {
      for (const key of Object.keys(node)) {
        if (FORBIDDEN_KEYS.has(key)) return false;
        const child = node[key];
        if (isObject(child)) below.push(child);
      }
    }
    level = below;
  }
  return true;
}
