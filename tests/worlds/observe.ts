import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Fields, Logger } from '../../shared/logger';
import type { Level } from '../../shared/logging/log-levels';
import { telegramApi } from '../../shared/telegram/api';
import { BOT, startAccessWorld, type AccessWorld } from './access';
import { useFixture } from '../support/use-fixture';
import { createObserver } from '../../shared/services/operations/observe';

export interface Line {
  readonly level: Level;
  readonly event: string;
  readonly fields: Fields;
}

/** A logger that keeps its lines. */
export function recordingLogger(): { readonly log: Logger; readonly lines: Line[] } {
  const lines: Line[] = [];
  const keep =
    (level: Level) =>
    (event: string, fields: Fields = {}) =>
      void lines.push({ level, event, fields });
  return {
    lines,
    log: { debug: keep('debug'), info: keep('info'), warn: keep('warn'), error: keep('error') },
  };
}

/** A webhook that answers every update with `status`. With 0 it never answers. */
async function startWebhook(status: number) {
  const server = http.createServer((request, response) => {
    request.resume();
    if (status !== 0) response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/a-secret-path`, close };
}

export interface ObservedWorld extends AccessWorld {
  /** Sets a webhook that answers with this status. */
  deliverTo(status: number): Promise<void>;
  /** The lines that a worker logs about the present state. */
  look(): Promise<readonly Line[]>;
  /** Like `look`, by several workers at once. */
  lookAtOnce(workers: number): Promise<readonly Line[]>;
  readonly telegramClient: ReturnType<typeof telegramApi>;
}

/** A healthy access world, with a worker that observes it. */
async function startObservedWorld(): Promise<ObservedWorld> {
  const world = await startAccessWorld();
  const { database } = world.test;
  const api = telegramApi({
    TELEGRAM_BOT_TOKEN: `${BOT}:AAF-simulated`,
    TELEGRAM_API_ROOT: world.telegram.url,
  });
  const webhooks: { readonly url: string; close(): Promise<void> }[] = [];
  let webhookUrl = '';
  const deliverTo = async (status: number) => {
    const webhook = await startWebhook(status);
    webhooks.push(webhook);
    webhookUrl = webhook.url;
    await api.setWebhook(webhook.url);
  };
  const lookAtOnce = async (workers: number) => {
    const { log, lines } = recordingLogger();
    await database.query((sql) => sql`update observations set claimed_at = app_now() - interval '5 minutes'`);
    await Promise.all(
      Array.from({ length: workers }, () => createObserver({ database, log, api, webhookUrl })()),
    );
    return lines;
  };
  await deliverTo(200);
  await world.telegram.drained();
  return {
    ...world,
    telegramClient: api,
    deliverTo,
    lookAtOnce,
    look: () => lookAtOnce(1),
    close: async () => {
      await world.close();
      await Promise.all(webhooks.map((webhook) => webhook.close()));
    },
  };
}

/** A new observed world for each test, because alarms remember what was seen before. */
export const useObservedWorld = (): ObservedWorld => useFixture(startObservedWorld, 'test');
