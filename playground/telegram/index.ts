import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { ANSWER_DEADLINE_MS } from '../deadlines';
import { answerBot, fetchFrom } from './wire/answer-bot';
import { answerFile } from './wire/answer-file';
import { CallbackQueries } from './people/callback-queries';
import { answerControl, sendJson } from './control';
import { Faults } from './faults';
import { Limits } from './limits';
import { creatorOf, setMember } from './membership/members';
import { Params } from './wire/params';
import { Calls } from './perform-call';
import { deleteChat, linkChats, setWriting, upgradeGroup } from './people/change-group';
import { personOf } from './people/person';
import { parseJson } from './wire/read-request';
import { takeSnapshot } from './snapshot';
import type { TelegramSimulator, TelegramSimulatorOptions } from './simulator';
import { closeStars, createStars, starsOf } from './stars/stars';
import type { StarParts } from './stars/star-parts';
import { Webhook } from './delivery/webhook';
import { World } from './world';

export type { Person } from './people/person';
export type { TelegramSimulator, TelegramSimulatorOptions } from './simulator';
export type { Fault } from './faults';
export type { RecordedCall, SimMessage } from './types';
export type * from './stars/star-types';

/** Starts a simulated Telegram: the Bot API over HTTP, and the people who use it. */
export async function startTelegramSimulator(options: TelegramSimulatorOptions): Promise<TelegramSimulator> {
  const world = new World({ ...options, now: options.now ?? Date.now });
  const faults = new Faults(options.onFault);
  const callbackQueries = new CallbackQueries(world);
  const webhook = new Webhook(world, {
    retryDelayScale: options.retryDelayScale ?? 1,
    onReply: (body) => performWebhookReply(calls, body),
  });
  const limits = new Limits(options.limits ?? true, world.now);
  const stars = createStars(world, options);
  const calls = new Calls(
    { world, webhook, callbackQueries, limits, stars },
    { faults, kept: options.keptCalls ?? 10_000 },
  );
  const parts = { world, faults, limits, callbackQueries, webhook, calls, stars };
  const server = createServer(parts, options);
  await listen(server, options.port ?? 0);
  return {
    ...handlesOf(parts),
    fetch: fetchFrom({ calls, botToken: options.botToken }),
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      close(server, [() => webhook.close(), () => callbackQueries.close(), () => closeStars(stars)]),
  };
}

interface Parts {
  readonly world: World;
  readonly faults: Faults;
  readonly limits: Limits;
  readonly callbackQueries: CallbackQueries;
  readonly webhook: Webhook;
  readonly calls: Calls;
  readonly stars: StarParts;
}

function createServer(parts: Parts, { botToken, allowedOrigin }: TelegramSimulatorOptions): http.Server {
  const { snapshot, as, stars } = handlesOf(parts);
  const control = { world: parts.world, faults: parts.faults, snapshot, as, stars, allowedOrigin };
  const server = http.createServer((request, response) => {
    if (request.url?.startsWith('/file/') === true) {
      answerFile({ world: parts.world, botToken }, request, response);
      return;
    }
    const answered = request.url?.startsWith('/sim/')
      ? answerControl(control, request, response)
      : answerBot({ calls: parts.calls, botToken }, request, response);
    answered.catch(() => sendJson(response, 500, { error: 'the simulator failed' }));
  });
  // Only the client ends an idle connection. A client in this process may be too busy to notice that the server did.
  server.keepAliveTimeout = 0;
  return server;
}

/** The methods that tests and the stack use. */
function handlesOf({
  world,
  faults,
  limits,
  callbackQueries,
  webhook,
  calls,
  stars,
}: Parts): Omit<TelegramSimulator, 'url' | 'fetch' | 'close'> {
  return {
    calls: calls.recorded,
    addUser: (user) => world.addUser(user),
    addChannel: (channel) => world.addChannel(channel),
    addGroup: (group) => world.addGroup(group),
    upgradeGroup: (chatId) => upgradeGroup(world, chatId, creatorOf(world.getChat(chatId)) ?? world.bot.id),
    linkChats: (channelId, groupId) => linkChats(world, channelId, groupId),
    setWriting: (chatId, writing) => setWriting(world, chatId, writing),
    deleteChat: (chatId) => deleteChat(world, chatId),
    setMember: (chatId, userId, status, rights) =>
      setMember(world, chatId, { userId, status, ...(rights && { rights }) }),
    as: (userId) => personOf({ world, callbackQueries, stars }, userId),
    stars: starsOf(stars),
    refusals429: () => limits.refusals,
    update: (updateId) => webhook.find(updateId),
    file: (fileId) => world.files.find(fileId),
    messages: (chatId) => world.getChat(chatId).messages,
    fault: (fault) => faults.add(fault),
    clearFaults: () => faults.clear(),
    deliver: (update) => webhook.inject(update as Record<string, unknown>),
    pendingUpdates: () => webhook.pending,
    drained: (timeoutMs = ANSWER_DEADLINE_MS) => webhook.drained(timeoutMs),
    onChange: (listener) => world.onChange(listener),
    snapshot: () => takeSnapshot({ world, webhook, faults, stars }),
  };
}

/** Performs the call in a webhook's answer, if there is one. Nobody gets its result or error, as on the server. */
function performWebhookReply(calls: Calls, body: string): void {
  try {
    const { method, ...payload } = parseJson(body);
    if (typeof method !== 'string' || /^(setwebhook|deletewebhook|close|logout|get.*)$/i.test(method)) return;
    calls.perform(method, new Params(payload));
  } catch {
    // The answer contains no call.
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
