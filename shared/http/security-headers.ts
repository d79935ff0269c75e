import type { ServerResponse } from 'node:http';

export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Content-Security-Policy': "default-src 'self'",
  'X-XSS-Protection': '1; mode=block',
};

const entries = Object.entries(SECURITY_HEADERS);

/** Sets the security headers before the answer begins, so that the code that ends the answer cannot forget them. */
export function setSecurityHeaders(res: ServerResponse): void {
  for (const [name, value] of entries) res.setHeader(name, value);
}
