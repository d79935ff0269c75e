import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerBot } from './answer-bot';
import { CallbackQueries } from './callback-queries';
import { answerControl, sendJson } from './control';
import { Faults } from './faults';
import { Limits } from './limits';
import { setMember } from './members';
import { Params } from './params';
import { Calls } from './perform-call';
import { personOf, type Person } from './person';
import { parseJson } from './read-request';
import { takeSnapshot } from './snapshot';
import type { Fault, MemberStatus, RecordedCall, SimMessage, SimUser } from './types';
import { Webhook } from './webhook';
import { World } from './world';

export type { Person } from './person';
export type { Fault, MemberStatus, RecordedCall, SimMessage } from './types';

export interface TelegramSimulatorOptions {
  /** Default 0: any free port. Always on 127.0.0.1. */
  port?: number;
  botToken: string;
  /** Without @. */
  botUsername: string;
  /** Telegram's rates, answered with 429. Default true. */
  limits?: boolean;
  /** Multiplies the delays between webhook retries. Default 1. */
  retryDelayScale?: number;
  /** The page's origin, which may call /sim/*. */
  allowedOrigin?: string;
  /** Epoch ms, for message dates and expiry. Default Date.now. */
  now?: () => number;
}

export interface TelegramSimulator {
  /** The API root: `${url}/bot<token>/<method>`. */
  readonly url: string;
  /** Oldest first, the last 10,000. */
  readonly calls: readonly RecordedCall[];
  addUser(user: SimUser): void;
  /** The bot is no member until `setMember`. */
  addChannel(channel: { id: number; title: string; username?: string; creatorId: number }): void;
  /** An administrator has every usual right; `rights` overrides single ones. */
  setMember(chatId: number, userId: number, status: MemberStatus, rights?: Record<string, boolean>): void;
  as(userId: number): Person;
  /** What is in the chat now, oldest first. A private chat's id is the user's. */
  messages(chatId: number): readonly SimMessage[];
  fault(fault: Fault): void;
  clearFaults(): void;
  /** Queues a raw update, whatever allowed_updates says; resolves once it was acknowledged or dropped. */
  deliver(update: object): Promise<void>;
  pendingUpdates(): number;
  drained(timeoutMs?: number): Promise<void>;
  onChange(listener: () => void): () => void;
  snapshot(): object;
  close(): Promise<void>;
}

/** Starts a Telegram of one's own: the Bot API over HTTP, and the people who use it. */
export async function startTelegramSimulator(options: TelegramSimulatorOptions): Promise<TelegramSimulator> {
  const world = new World({ ...options, now: options.now ?? Date.now });
  const faults = new Faults();
  const callbackQueries = new CallbackQueries(world);
  const webhook = new Webhook(world, {
    retryDelayScale: options.retryDelayScale ?? 1,
    onReply: (body) => performWebhookReply(calls, body),
  });
  const calls = new Calls(
    { world, webhook, callbackQueries, limits: new Limits(options.limits ?? true) },
    faults,
  );
  const snapshot = () => takeSnapshot({ world, webhook, faults });
  const as = (userId: number) => personOf(world, callbackQueries, userId);
  const control = { world, faults, snapshot, as, allowedOrigin: options.allowedOrigin };
  const server = http.createServer((request, response) => {
    const isControl = request.url?.startsWith('/sim/') === true;
    const answered = isControl
      ? answerControl(control, request, response)
      : answerBot({ calls, botToken: options.botToken }, request, response);
    answered.catch(() => sendJson(response, 500, { error: 'the simulator failed' }));
  });
  await listen(server, options.port ?? 0);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls: calls.recorded,
    addUser: (user) => world.addUser(user),
    addChannel: (channel) => world.addChannel(channel),
    setMember: (chatId, userId, status, rights) =>
      setMember(world, chatId, { userId, status, ...(rights && { rights }) }),
    as,
    messages: (chatId) => world.getChat(chatId).messages,
    fault: (fault) => faults.add(fault),
    clearFaults: () => faults.clear(),
    deliver: (update) => webhook.inject(update as Record<string, unknown>),
    pendingUpdates: () => webhook.pending,
    drained: (timeoutMs = 10_000) => webhook.drained(timeoutMs),
    onChange: (listener) => world.onChange(listener),
    snapshot,
    close: () => close(server, [() => webhook.close(), () => callbackQueries.close()]),
  };
}

/** A webhook may answer with one call in its body; its result and its errors go nowhere. */
function performWebhookReply(calls: Calls, body: string): void {
  try {
    const { method, ...payload } = parseJson(body);
    if (typeof method !== 'string' || /^(setwebhook|deletewebhook|close|logout|get.*)$/i.test(method)) return;
    calls.perform(method, new Params(payload));
  } catch {
    // No JSON, no call.
  }
}

function listen(server: http.Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}

function close(server: http.Server, parts: readonly (() => void)[]): Promise<void> {
  for (const part of parts) part();
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
