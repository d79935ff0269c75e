import type { IncomingMessage } from 'node:http';
import { badRequest, tooLarge } from './errors';
import { parseMultipart, type Form } from './multipart';
import { Params } from './params';

/** A file of 50 MB, with room for the other parameters. */
export const MAX_BODY_BYTES = 50 * 2 ** 20 + 2 ** 16;

/** Reads the whole body. Throws 413 if it has more than `maxBytes`, but only after reading it to its end. */
export async function readBody(request: IncomingMessage, maxBytes = Infinity): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += (chunk as Buffer).length;
    if (length <= maxBytes) chunks.push(chunk as Buffer);
  }
  if (length > maxBytes) throw tooLarge();
  return Buffer.concat(chunks);
}

/** Reads parameters from the query, JSON, a form, or multipart, which can also carry files. */
export function readParams(body: Buffer, type: string, query: URLSearchParams): Params {
  const { fields, files } = parseBody(body, type);
  return new Params({ ...Object.fromEntries(query), ...fields }, files);
}

function parseBody(body: Buffer, type: string): { fields: Record<string, unknown>; files?: Form['files'] } {
  if (body.length === 0) return { fields: {} };
  if (/^application\/json/i.test(type)) return { fields: parseJson(body.toString()) };
  if (/^multipart\/form-data/i.test(type)) return parseMultipart(body, type);
  return { fields: Object.fromEntries(new URLSearchParams(body.toString())) };
}

export function parseJson(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw badRequest("can't parse JSON object");
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw badRequest('JSON object expected');
  }
  return value as Record<string, unknown>;
}
