import * as z from 'zod';

/** The answer from an address, or the reason why there was none. */
export type Probed =
  | { readonly isAnswered: true; readonly status: number; readonly isOurs: boolean; readonly text: string }
  | { readonly isAnswered: false; readonly reason: string };

export interface Question {
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly timeoutMs?: number;
}

const USUAL_TIMEOUT_MS = 10_000;

/** The refusal of each of our functions. Google's front end and other services answer in other formats. */
const Refusal = z.object({ error: z.string() });
const NetworkError = z.object({
  name: z.string(),
  cause: z.object({ code: z.string() }).optional().catch(undefined),
});

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'the connection was refused',
  ENOTFOUND: 'the host name does not exist',
  EAI_AGAIN: 'the host name could not be looked up',
  UND_ERR_CONNECT_TIMEOUT: 'the connection timed out',
};

/** Calls an address once. Follows no redirect, because its real callers don't either. Never rejects. */
export async function probe(
  url: string,
  { timeoutMs = USUAL_TIMEOUT_MS, ...question }: Question,
): Promise<Probed> {
  const { method = 'POST', headers, body } = question;
  try {
    const response = await fetch(url, {
      method,
      redirect: 'manual',
      headers: { 'Content-Type': 'application/json', 'X-Correlation-Id': 'doctor', ...headers },
      signal: AbortSignal.timeout(timeoutMs),
      ...(body !== undefined && { body }),
    });
    const text = await response.text();
    return { isAnswered: true, status: response.status, isOurs: isRefusalOfOurs(text), text };
  } catch (error) {
    return { isAnswered: false, reason: reasonOf(error, timeoutMs) };
  }
}

function isRefusalOfOurs(text: string): boolean {
  try {
    return Refusal.safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}

function reasonOf(error: unknown, timeoutMs: number): string {
  const { name, cause } = NetworkError.safeParse(error).data ?? {};
  if (name === 'TimeoutError') return `there was no answer within ${timeoutMs / 1000} s`;
  const code = cause?.code ?? 'unknown';
  if (/CERT|SSL|TLS/.test(code)) return `its certificate is not accepted (${code})`;
  return REASONS[code] ?? `the connection failed (${code})`;
}
