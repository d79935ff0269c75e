import type { ServerResponse } from 'node:http';

export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Content-Security-Policy': "default-src 'self'",
  'X-XSS-Protection': '1; mode=block',
};

const entries = Object.entries(SECURITY_HEADERS);

/** Puts the security headers on an answer that has not begun, so that whoever ends it cannot forget them. */
export function setSecurityHeaders(res: ServerResponse): void {
  for (const [name, value] of entries) res.setHeader(name, value);
}
