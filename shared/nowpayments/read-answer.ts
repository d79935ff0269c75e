import * as z from 'zod';
import { NowpaymentsError } from './nowpayments-error';

/**
 * An `undefined` body means that it isn't JSON. Then it comes from Cloudflare, because the API itself always sends
 * JSON.
 */
export interface RawAnswer {
  readonly endpoint: string;
  readonly status: number;
  readonly retryAfter: string | null;
  readonly body: unknown;
}

const ErrorBody = z.object({ code: z.string().optional(), message: z.string().optional() });
/** `fetch` only says "fetch failed". The system's error code is in the cause. */
const TransportError = z.object({
  name: z.string(),
  cause: z.object({ code: z.string().optional() }).optional().catch(undefined),
});

/** Parses JSON. `undefined` if the text isn't JSON. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Reads a good answer with `schema`. Throws a NowpaymentsError for any other answer. */
export function readAnswer<Schema extends z.ZodType>(answer: RawAnswer, schema: Schema): z.output<Schema> {
  const { endpoint, status, body } = answer;
  if (status < 200 || status > 299 || body === undefined) throw refusal(answer);
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  // Not retryable, because it would only create another invoice with an unreadable answer.
  const code = 'UNEXPECTED_ANSWER';
  throw new NowpaymentsError({ endpoint, status, code, retryable: false, detail: parsed.error.message });
}

/** The error for a request without an answer. May be retried; the worst result is an invoice that nobody sees. */
export function noAnswer(endpoint: string, cause: unknown): NowpaymentsError {
  return new NowpaymentsError({ endpoint, code: transportCode(cause), retryable: true }, { cause });
}

/** Answers of 4xx that say nothing about the request itself: it took too long, or there were too many. */
const TRANSIENT = [408, 429];
/** Our key is wrong, which JSON says, or a firewall stands between, which answers otherwise. */
const NOT_LET_IN = [401, 403];

/** A 4xx refuses the request for good, whether it is JSON or not. Everything else may be different next time. */
function mayPass({ status, body }: Pick<RawAnswer, 'status' | 'body'>): boolean {
  if (status < 400 || status > 499 || TRANSIENT.includes(status)) return true;
  return NOT_LET_IN.includes(status) && body === undefined;
}

/** The HTTP status decides first and the code names the case. The provider's message decides nothing. */
function refusal({ endpoint, status, retryAfter, body }: RawAnswer): NowpaymentsError {
  const { code, message } = ErrorBody.safeParse(body).data ?? {};
  return new NowpaymentsError({
    endpoint,
    status,
    code: body === undefined ? 'NOT_JSON' : knownShape(code),
    retryable: mayPass({ status, body }),
    retryAfterSeconds: /^\d{1,6}$/.test(retryAfter ?? '') ? Number(retryAfter) : undefined,
    detail: message?.slice(0, 300),
  });
}

/** Accepts a code in capitals. Anything else in its place is dropped. */
function knownShape(code: string | undefined): string | undefined {
  return code !== undefined && /^[A-Z][A-Z0-9_]{0,63}$/.test(code) ? code : undefined;
}

function transportCode(cause: unknown): string {
  const { name, cause: deeper } = TransportError.safeParse(cause).data ?? {};
  if (name === 'TimeoutError' || name === 'AbortError') return 'TIMEOUT';
  return knownShape(deeper?.code) ?? 'NETWORK';
}
