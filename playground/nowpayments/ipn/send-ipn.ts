import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { fieldsOf } from '../http';
import { signature } from './sign';
import type { SentIpn } from '../records';
import type { Delivery } from '../types';
import { changed, now, pause, track, type World } from '../world';

/** How long NOWPayments waits for an answer before it hangs up and counts the IPN as failed. */
const DEFAULT_TIMEOUT_MS = 3000;

export interface Answer {
  readonly status: SentIpn['status'];
  readonly text: string;
}

/** Sends one IPN. Resolves after the first attempt. A failed attempt is retried in the background. */
export async function deliver(world: World, url: string | null, body: string, how: Delivery): Promise<void> {
  if (url === null) return;
  if (how.drop) {
    record(world, body, { at: now(world), attempt: 1, status: 'dropped' });
    return;
  }
  await Promise.all(Array.from({ length: how.duplicate ? 2 : 1 }, () => trySeries(world, url, body)));
}

async function trySeries(world: World, url: string, body: string, attempt = 1): Promise<void> {
  const { status } = await postIpn(world, url, body, { attempt });
  const { count, intervalMs } = world.options.ipnRetries ?? { count: 3, intervalMs: 50_000 };
  const isAccepted = typeof status === 'number' && status >= 200 && status < 300;
  if (isAccepted || attempt > count) return;
  void retryLater(world, intervalMs, () => trySeries(world, url, body, attempt + 1));
}

async function retryLater(world: World, intervalMs: number, retry: () => Promise<void>): Promise<void> {
  const waiting = { dueAt: Date.now() + intervalMs };
  world.retries.add(waiting);
  const isOpen = await pause(world, intervalMs);
  const work = isOpen ? track(world, retry()) : undefined;
  world.retries.delete(waiting);
  await work;
}

/** Sends one POST and records it. Never throws, because its status says what went wrong. */
export async function postIpn(
  world: World,
  url: string,
  body: string,
  { attempt = 1, sig = signature(body, world.options.ipnSecret) }: { attempt?: number; sig?: string } = {},
): Promise<Answer> {
  const at = now(world);
  const answer = await post(world, new URL(url), body, sig);
  record(world, body, { at, attempt, status: answer.status });
  return answer;
}

function post(world: World, url: URL, body: string, sig: string): Promise<Answer> {
  const isHttps = url.protocol === 'https:';
  const timeout = AbortSignal.timeout(world.options.ipnTimeoutMs ?? DEFAULT_TIMEOUT_MS);
  return new Promise((resolve) => {
    const fail = (error: Error) =>
      resolve({ status: timeout.aborted ? 'timeout' : 'error', text: error.message });
    const request = (isHttps ? requestHttps : requestHttp)(url, {
      method: 'POST',
      agent: isHttps ? world.agents.https : world.agents.http,
      signal: AbortSignal.any([timeout, world.closing.signal]),
      headers: {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        'user-agent': 'NOWPayments v1.0',
        ...(sig === '' ? {} : { 'x-nowpayments-sig': sig }),
      },
    });
    request.on('error', fail);
    request.on('response', (response) => {
      readText(response).then((text) => resolve({ status: response.statusCode ?? 0, text }), fail);
    });
    request.end(body);
  });
}

async function readText(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of response as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function record(world: World, body: string, sent: Pick<SentIpn, 'at' | 'attempt' | 'status'>): void {
  const { payment_id: id, payment_status: status } = fieldsOf(parse(body));
  world.ipns.push({
    paymentId: typeof id === 'number' ? id : null,
    paymentStatus: typeof status === 'string' ? status : null,
    body,
    ...sent,
  });
  changed(world);
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
