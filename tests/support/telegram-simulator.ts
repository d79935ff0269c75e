import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { Api, type ApiClientOptions } from 'grammy';
import {
  startTelegramSimulator,
  type TelegramSimulator,
  type TelegramSimulatorOptions,
} from '../../playground/telegram/index';

export const BOT_TOKEN = '123456789:AAF-simulated';
export const BOT_ID = 123456789;
export const CHANNEL = -1001234567890;
export const OWNER = 1;
export const BUYER = 2;
export const OUTSIDER = 3;

// grammY's type comes from node-fetch, but the runtime's own fetch works too.
const nativeFetch = globalThis.fetch as unknown as NonNullable<ApiClientOptions['fetch']>;

/** A simulator with an owner, a buyer, an outsider, the bot's private channel, and grammY's client. */
export async function startWorld(
  options: Partial<TelegramSimulatorOptions> = {},
): Promise<{ telegram: TelegramSimulator; api: Api }> {
  const telegram = await startTelegramSimulator({
    botToken: BOT_TOKEN,
    botUsername: 'telepay_bot',
    limits: false,
    retryDelayScale: 0.01,
    ...options,
  });
  telegram.addUser({ id: OWNER, first_name: 'Olga' });
  telegram.addUser({ id: BUYER, first_name: 'Ben', username: 'ben' });
  telegram.addUser({ id: OUTSIDER, first_name: 'Carl' });
  telegram.addChannel({ id: CHANNEL, title: 'Signals', creatorId: OWNER });
  telegram.setMember(CHANNEL, BOT_ID, 'administrator');
  return { telegram, api: new Api(BOT_TOKEN, { apiRoot: telegram.url, fetch: nativeFetch }) };
}

export interface Received {
  readonly update: Record<string, unknown> & { update_id: number };
  readonly headers: http.IncomingHttpHeaders;
}
export type Answer = { status?: number; headers?: Record<string, string>; body?: string };

/** A webhook that records what it receives and answers with `answer`. */
export async function startWebhook(
  answer: (received: Received) => Answer | Promise<Answer> = () => ({}),
): Promise<{
  url: string;
  received: Received[];
  close: () => Promise<void>;
}> {
  const received: Received[] = [];
  const server = http.createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const one = { update: JSON.parse(body) as Received['update'], headers: request.headers };
      received.push(one);
      void Promise.resolve(answer(one)).then(({ status = 200, headers = {}, body: text = '' }) =>
        response.writeHead(status, headers).end(text),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, received, close };
}
