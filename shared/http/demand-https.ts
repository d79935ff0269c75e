import type { IncomingMessage, ServerResponse } from 'node:http';

import { refuseRequest } from './refuse';

const HOST = /^(?:[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/i;
const TARGET = /^\/[\x21-\x7e]*$/;

/**
 * Returns true if any proxy reports that the sender came over plain HTTP. Any, not the first, because the sender writes
 * the first entry.
 */
export function cameOverHttp({ headers }: IncomingMessage): boolean {
  const proto = headers['x-forwarded-proto'];
  if (proto === undefined || proto === 'https') return false;
  const words = typeof proto === 'string' ? proto : proto.join(',');
  return words.split(',').some((word) => word.trim().toLowerCase() === 'http');
}

/**
 * Redirects a read to the same address over HTTPS (301, which every client follows). Refuses a write (403), because its
 * body has already been sent in the clear and following a redirect would hide that.
 */
export function demandHttps(req: IncomingMessage, res: ServerResponse): void {
  if (req.method !== 'GET' && req.method !== 'HEAD') {
    refuseRequest(req, res, { status: 403, code: 'https_required' });
    return;
  }
  const host = req.headers.host ?? '';
  const target = req.url ?? '';
  if (!HOST.test(host) || !TARGET.test(target)) {
    refuseRequest(req, res, { status: 400, code: 'bad_request' });
    return;
  }
  const Location = `https://${host.replace(/:80$/, '')}${target}`;
  refuseRequest(req, res, { status: 301, code: 'https_required', headers: { Location } });
}
