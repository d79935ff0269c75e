import * as z from 'zod';
import { NowpaymentsError } from './nowpayments-error';
import { parsedJson, readAnswer } from './read-answer';

const BODIES = {
  'JSON with a code': '{"status":false,"code":"CURRENCY_UNAVAILABLE","message":"no"}',
  'JSON without a code': '{"message":"no"}',
  'plain text': 'Bad Request',
  HTML: '<!DOCTYPE html><title>blocked</title>',
  'an empty body': '',
};

/** 4xx without those that are about our key, a firewall, or a moment. */
const isDefinite = (status: number) =>
  status >= 400 && status <= 499 && ![401, 403, 408, 429].includes(status);

function failureOf(status: number, text: string): NowpaymentsError {
  try {
    readAnswer({ endpoint: 'POST invoice', status, retryAfter: null, body: parsedJson(text) }, z.object({}));
  } catch (error) {
    if (error instanceof NowpaymentsError) return error;
    throw error;
  }
  throw new Error(`${status} was read as a good answer`);
}

it.each(Object.entries(BODIES))('takes a 4xx as a definite refusal, and nothing else: %s', (_, text) => {
  const statuses = Array.from({ length: 300 }, (__, n) => 300 + n);
  const definite = statuses.filter((status) => failureOf(status, text).isDefinite);
  expect(definite).toEqual(statuses.filter(isDefinite));
});

it.each([401, 403])('has a command stop at a %d about its key, but not at one of a firewall', (status) => {
  expect(failureOf(status, BODIES['JSON with a code']).retryable).toBe(false);
  expect(failureOf(status, BODIES.HTML).retryable).toBe(true);
});

it('takes a 2xx that is not JSON as no answer', () => {
  expect(failureOf(200, BODIES.HTML)).toMatchObject({ isDefinite: false, code: 'NOT_JSON' });
});
