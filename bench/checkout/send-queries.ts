import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { queryAt, QUERIES_PER_SECOND, type CheckoutQuery } from './queries';

/** Telegram cancels the payment after this. */
const ANSWER_WITHIN_MS = 10_000;
/** What Telegram shows of a refusal. */
const MOST_CHARACTERS = 255;
const RETRY_MS = 20;

/** A query with what came back. */
export interface AnsweredQuery {
  readonly query: CheckoutQuery;
  /** From the moment that it was meant to be sent, so that a server which holds up the sender doesn't look fast. */
  readonly ms: number;
  readonly status: number;
  readonly text: string;
}

export interface Asked {
  readonly url: string;
  readonly webhookSecret: string;
}

const agent = new Agent({ keepAlive: true });

function post({ url, webhookSecret }: Asked, body: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'x-telegram-bot-api-secret-token': webhookSecret,
    };
    const outgoing = request(url, { method: 'POST', agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text })).on('error', reject);
    });
    outgoing.on('error', reject).end(body);
  });
}

/** Posts until something accepts the connection, as Google's front end holds a request until an instance has started. */
async function send(
  asked: Asked,
  { query, since }: { query: CheckoutQuery; since: number },
): Promise<AnsweredQuery> {
  for (;;) {
    try {
      const answer = await post(asked, query.body);
      return { query, ms: performance.now() - since, ...answer };
    } catch (error) {
      const ms = performance.now() - since;
      if (ms > 2 * ANSWER_WITHIN_MS) return { query, ms, status: 0, text: String(error) };
      await sleep(RETRY_MS);
    }
  }
}

/** Sends as many queries, at the pace of the shop, whether or not the earlier ones are answered. */
export async function sendQueries(
  asked: Asked,
  { first, count }: { readonly first: number; readonly count: number },
): Promise<AnsweredQuery[]> {
  const sent: Promise<AnsweredQuery>[] = [];
  const start = performance.now();
  for (let number = 0; number < count; number += 1) {
    const since = start + (number * 1000) / QUERIES_PER_SECOND;
    const earlyMs = since - performance.now();
    if (earlyMs > 1) await sleep(earlyMs);
    sent.push(send(asked, { query: queryAt(first + number), since }));
  }
  return Promise.all(sent);
}

interface Reply {
  readonly method?: unknown;
  readonly pre_checkout_query_id?: unknown;
  readonly ok?: unknown;
  readonly error_message?: unknown;
}

const replyOf = ({ status, text }: AnsweredQuery): Reply => {
  try {
    return status === 200 ? (JSON.parse(text) as Reply) : {};
  } catch {
    return {};
  }
};

/** True if the answer is yes. */
export const isYes = (answered: AnsweredQuery): boolean => replyOf(answered).ok === true;

/** What is wrong with an answer, whatever state the server was in; `undefined` if nothing is. */
export function wrongWith(answered: AnsweredQuery): string | undefined {
  const { query, ms, status } = answered;
  const { method, pre_checkout_query_id: id, ok, error_message: words } = replyOf(answered);
  if (status !== 200 || method !== 'answerPreCheckoutQuery' || id !== query.id)
    return `${query.id}: ${status} ${answered.text.slice(0, 200)}`;
  if (ms > ANSWER_WITHIN_MS) return `${query.id}: answered after ${Math.round(ms)} ms`;
  if (ok === true) return query.mayPay ? undefined : `${query.id}: yes to a wrong query`;
  const isWorded = typeof words === 'string' && words.length > 0 && words.length <= MOST_CHARACTERS;
  return ok === false && isWorded ? undefined : `${query.id}: a no without a reason`;
}
