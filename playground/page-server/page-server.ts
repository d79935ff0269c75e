import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { LANGUAGES } from '../../shared/domain/common/language';
import { LANGUAGE_TRAITS } from '../../shared/telegram/views/languages';
import { CAST } from '../seed';
import { moveClock, restartDatabase, startOver, timeOf, type Page, type PageOptions } from './page-actions';
import { openStories, requestedStory } from './story-routes';
import { readPageFile } from './page-file';
import type { Stack } from '../stack-types';
import { streamTimeline } from '../timeline/stream-timeline';

export interface PageServer {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Serves the page, and what it cannot get from the simulators. */
export async function startPageServer(stack: Stack, options: PageOptions): Promise<PageServer> {
  const origin = `http://127.0.0.1:${options.port}`;
  const timeline = streamTimeline(stack.database, (id) => options.simulators.telegram?.update(Number(id)));
  const stories = await openStories(stack);
  const page: Page = { ...options, stack, origin, timeline, stories };
  const server = createServer((request, response) => {
    answer(page, request, response).catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      if (!response.headersSent) sendJson(response, 400, { error: message });
    });
  });
  await listen(server, options.port);
  return {
    url: origin,
    close: async () => {
      timeline.close();
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
      await stories.close();
    },
  };
}

async function answer(page: Page, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = new URL(request.url ?? '/', page.origin).pathname;
  // Accept one host name only, because the simulators allow one origin and a foreign name may point here.
  if (request.headers.host !== new URL(page.origin).host) {
    response.writeHead(302, { location: `${page.origin}${path}` }).end();
    return;
  }
  if (request.method === 'POST' && !isOwn(request, page.origin)) {
    sendJson(response, 403, { error: 'only the page itself may send this request' });
    return;
  }
  const { timeline } = page;
  if (request.method === 'GET' && path === '/timeline/events') {
    timeline.add(response);
    return;
  }
  const reply = await perform(page, `${request.method ?? ''} ${path}`, request);
  if (reply) sendJson(response, 200, reply);
  else await sendFile(page, path, response);
}

/** Another site cannot send our origin, and cannot send JSON without a CORS preflight. */
function isOwn({ headers }: IncomingMessage, origin: string): boolean {
  return (headers.origin ?? origin) === origin && headers['content-type'] === 'application/json';
}

async function perform(page: Page, what: string, request: IncomingMessage): Promise<object | undefined> {
  const story = requestedStory(what);
  if (story !== undefined) return page.stories.tell(story);
  switch (what) {
    case 'GET /config':
      return configOf(page);
    case 'GET /clock':
      return timeOf(page);
    case 'POST /clock':
      return { ...(await moveClock(page, await readJson(request))), ...timeOf(page) };
    case 'POST /faults/database-restart':
      await restartDatabase(page);
      return { ok: true };
    case 'POST /start-over':
      await startOver(page);
      return { ok: true };
    default:
      return undefined;
  }
}

function configOf({ simulators, stack, postgres, mayStartOver }: Page): object {
  const { nowpayments, telegram } = simulators;
  return {
    telegramUrl: telegram?.url ?? null,
    nowpaymentsUrl: nowpayments ? new URL(nowpayments.url).origin : null,
    botUsername: stack.environment('telegramWebhook')['TELEGRAM_BOT_USERNAME'],
    canRestartDatabase: postgres !== undefined,
    canStartOver: mayStartOver,
    cast: CAST,
    languages: LANGUAGES.map((code) => ({ code, name: LANGUAGE_TRAITS[code].ownName })),
  };
}

async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks = (await request.toArray()) as Buffer[];
  return JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>;
}

async function sendFile({ simulators }: Page, path: string, response: ServerResponse): Promise<void> {
  const file = await readPageFile(path);
  if (!file) {
    sendJson(response, 404, { error: 'not found' });
    return;
  }
  const telegram = simulators.telegram?.url ?? '';
  const nowpayments = simulators.nowpayments ? new URL(simulators.nowpayments.url).origin : '';
  response.writeHead(200, {
    'content-type': file.type,
    'cache-control': 'no-store',
    'content-security-policy': `default-src 'self'; connect-src 'self' ${telegram} ${nowpayments}; frame-src ${nowpayments || "'none'"}; img-src 'self' data: ${telegram}`,
    'x-content-type-options': 'nosniff',
  });
  response.end(file.content);
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}
