import http from 'node:http';
import https from 'node:https';

/** How long the server waits for a silent webhook (WebhookActor.cpp). */
const TIMEOUT_MS = 60_000;

export interface WebhookTarget {
  readonly url: string;
  readonly secretToken: string;
  readonly maxConnections: number;
  readonly agent: http.Agent;
}

export type WebhookAnswer =
  | { readonly ok: true; readonly body: string }
  | { readonly ok: false; readonly error: string; readonly retryAfterSeconds: number };

/** POSTs one update. Never rejects, because a broken connection counts as an answer. */
export function postUpdate(target: WebhookTarget, update: object): Promise<WebhookAnswer> {
  const body = JSON.stringify(update);
  const { request } = target.url.startsWith('https:') ? https : http;
  return new Promise((resolve) => {
    const fail = (error: string) => resolve({ ok: false, error, retryAfterSeconds: 0 });
    const outgoing = request(target.url, {
      method: 'POST',
      agent: target.agent,
      headers: headersFor(target, body),
    });
    outgoing.setTimeout(TIMEOUT_MS, () => {
      fail('Read timeout expired');
      outgoing.destroy();
    });
    outgoing.on('error', (error: NodeJS.ErrnoException) =>
      fail(error.code === 'ECONNREFUSED' ? 'Connection refused' : 'Webhook connection closed'),
    );
    outgoing.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', () => fail('Webhook connection closed'));
      response.on('aborted', () => fail('Webhook connection closed'));
      response.on('end', () => resolve(judge(response, Buffer.concat(chunks).toString())));
    });
    outgoing.end(body);
  });
}

function headersFor({ secretToken }: WebhookTarget, body: string): Record<string, string | number> {
  return {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(body),
    'Accept-Encoding': 'gzip, deflate',
    ...(secretToken !== '' && { 'X-Telegram-Bot-Api-Secret-Token': secretToken }),
  };
}

/** Any 2xx is a success. Everything else is retried. */
function judge(response: http.IncomingMessage, body: string): WebhookAnswer {
  const status = response.statusCode ?? 0;
  if (status >= 200 && status <= 299) return { ok: true, body };
  const retryAfter = Number(response.headers['retry-after']);
  return {
    ok: false,
    error: `Wrong response from the webhook: ${status} ${response.statusMessage ?? ''}`.trim(),
    retryAfterSeconds: Number.isFinite(retryAfter) ? Math.min(3600, Math.max(0, retryAfter)) : 0,
  };
}
