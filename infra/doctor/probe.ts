import * as z from 'zod';

/** What came back from an address, or in words why nothing did. */
export type Probed =
  | { readonly isAnswered: true; readonly status: number; readonly isOurs: boolean }
  | { readonly isAnswered: false; readonly reason: string };

export interface Question {
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly timeoutMs?: number;
}

const USUAL_TIMEOUT_MS = 10_000;

/** How each of our functions refuses; Google's front end and other services answer otherwise. */
const Refusal = z.object({ error: z.string() });
const NetworkError = z.object({
  name: z.string(),
  cause: z.object({ code: z.string() }).optional().catch(undefined),
});

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nobody listens there',
  ENOTFOUND: 'there is no such name',
  EAI_AGAIN: 'the name could not be looked up',
  UND_ERR_CONNECT_TIMEOUT: 'there was no connection in time',
};

/** Asks an address once, following no redirect, for those who call it would not either. Never rejects. */
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
    const isOurs = isRefusalOfOurs(await response.text());
    return { isAnswered: true, status: response.status, isOurs };
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
