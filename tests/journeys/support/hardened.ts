import type { Answer } from './call';
import { json } from './call';

// Written out, and not taken from the product: this is what design and operators rely on.
const SECURITY_HEADERS = {
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'content-security-policy': "default-src 'self'",
  'x-xss-protection': '1; mode=block',
} as const;

/** Every answer, refusals first of all, carries the security headers and something to find it by. */
export function expectHardened({ headers }: Answer): void {
  expect(headers).toMatchObject(SECURITY_HEADERS);
  expect(headers['x-correlation-id']).toMatch(/^[A-Za-z0-9._-]{1,128}$/);
  expect(headers).not.toHaveProperty('x-powered-by');
}

/** A refusal: the status, a fixed code, and not a word more. */
export function expectRefusal(answer: Answer, status: number, code: string): void {
  expect({ status: answer.status, body: json(answer) }).toEqual({ status, body: { error: code } });
  expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
  expectHardened(answer);
}
