import type { Answer } from './call';
import { json } from './call';

// Written out instead of imported from the product, because design and operators rely on exactly these.
const SECURITY_HEADERS = {
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'content-security-policy': "default-src 'self'",
  'x-xss-protection': '1; mode=block',
} as const;

/** Expects the security headers and a correlation id, which every answer must have. */
export function expectHardened({ headers }: Answer): void {
  expect(headers).toMatchObject(SECURITY_HEADERS);
  expect(headers['x-correlation-id']).toMatch(/^[A-Za-z0-9._-]{1,128}$/);
  expect(headers).not.toHaveProperty('x-powered-by');
}

/** Expects a refusal with this status and code, without any other words. */
export function expectRefusal(answer: Answer, status: number, code: string): void {
  expect({ status: answer.status, body: json(answer) }).toEqual({ status, body: { error: code } });
  expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
  expectHardened(answer);
}
