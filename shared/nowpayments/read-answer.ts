import * as z from 'zod';
import { NowpaymentsError } from './nowpayments-error';

/** `undefined` as a body stands for one that is not JSON: Cloudflare's, for the API itself always answers in JSON. */
export interface RawAnswer {
  readonly endpoint: string;
  readonly status: number;
  readonly retryAfter: string | null;
  readonly body: unknown;
}

const ErrorBody = z.object({ code: z.string().optional(), message: z.string().optional() });
/** `fetch` says only "fetch failed"; which of the system's errors it was stands in its cause. */
const TransportError = z.object({
  name: z.string(),
  cause: z.object({ code: z.string().optional() }).optional().catch(undefined),
});

/** The text parsed, or `undefined` if it is no JSON. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** What `schema` reads from a good answer; throws a NowpaymentsError for any other. */
export function readAnswer<Schema extends z.ZodType>(answer: RawAnswer, schema: Schema): z.output<Schema> {
  const { endpoint, status, body } = answer;
  if (status < 200 || status > 299 || body === undefined) throw refusal(answer);
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  // Asking again for an invoice would make another one that we cannot read either.
  const code = 'UNEXPECTED_ANSWER';
  throw new NowpaymentsError({ endpoint, status, code, retryable: false, detail: parsed.error.message });
}

/** A request that got no answer. Both kinds may be tried again: at worst an invoice is made that nobody sees. */
export function noAnswer(endpoint: string, cause: unknown): NowpaymentsError {
  return new NowpaymentsError({ endpoint, code: transportCode(cause), retryable: true }, { cause });
}

/** The HTTP status decides first and the code names the case; the provider's sentence decides nothing. */
function refusal({ endpoint, status, retryAfter, body }: RawAnswer): NowpaymentsError {
  const { code, message } = ErrorBody.safeParse(body).data ?? {};
  const retryable = body === undefined || status === 408 || status === 429 || status >= 500;
  return new NowpaymentsError({
    endpoint,
    status,
    code: body === undefined ? 'NOT_JSON' : knownShape(code),
    retryable,
    retryAfterSeconds: /^\d{1,6}$/.test(retryAfter ?? '') ? Number(retryAfter) : undefined,
    detail: message?.slice(0, 300),
  });
}

/** A code is a word in capitals; a sentence in its place is not passed on. */
function knownShape(code: string | undefined): string | undefined {
  return code !== undefined && /^[A-Z][A-Z0-9_]{0,63}$/.test(code) ? code : undefined;
}

function transportCode(cause: unknown): string {
  const { name, cause: deeper } = TransportError.safeParse(cause).data ?? {};
  if (name === 'TimeoutError' || name === 'AbortError') return 'TIMEOUT';
  return knownShape(deeper?.code) ?? 'NETWORK';
}
