import type { IncomingMessage } from 'node:http';
import { badRequest } from './errors';
import { Params } from './params';

/** The whole body, as bytes. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Parameters come in the query, as JSON, as a form, or as multipart text fields. */
export async function readParams(request: IncomingMessage, query: URLSearchParams): Promise<Params> {
  const body = await readBody(request);
  const type = request.headers['content-type'] ?? '';
  return new Params({ ...Object.fromEntries(query), ...parseBody(body, type) });
}

function parseBody(body: Buffer, type: string): Record<string, unknown> {
  if (body.length === 0) return {};
  if (/^application\/json/i.test(type)) return parseJson(body.toString());
  if (/^multipart\/form-data/i.test(type)) return parseMultipart(body.toString(), type);
  return Object.fromEntries(new URLSearchParams(body.toString()));
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

function parseMultipart(body: string, type: string): Record<string, string> {
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1];
  if (boundary === undefined) throw badRequest('boundary not found in multipart/form-data');
  const fields: Record<string, string> = {};
  for (const part of body.split(`--${boundary}`).slice(1, -1)) {
    const [head = '', ...rest] = part.split('\r\n\r\n');
    const name = /name="([^"]*)"/.exec(head)?.[1];
    // No method here takes a file.
    if (name === undefined || /filename=/.test(head)) throw badRequest('file uploads are not simulated');
    fields[name] = rest.join('\r\n\r\n').replace(/\r\n$/, '');
  }
  return fields;
}
