import type { IncomingMessage, ServerResponse } from 'node:http';
import { ANSWER_DEADLINE_MS } from '../deadlines';
import { field, findAction, text, type Fields } from './people/actions';
import type { Faults } from './faults';
import type { StoredFile } from './files';
import type { Person } from './people/person';
import { performStarAct } from './stars/star-actions';
import type { TelegramStars } from './stars/stars';
import { parseJson, readBody } from './wire/read-request';
import { streamChanges } from './stream-changes';
import type { Fault } from './faults';
import type { World } from './world';

export interface ControlContext {
  readonly world: World;
  readonly faults: Faults;
  readonly allowedOrigin: string | undefined;
  readonly snapshot: () => object;
  readonly as: (userId: number) => Person;
  readonly stars: TelegramStars;
}

/** Answers `/sim/*`, with which the playground's page controls the simulator. */
export async function answerControl(
  context: ControlContext,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  allowOrigin(context.allowedOrigin, response);
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const fileId = pathname.slice('/sim/files/'.length);
  switch (`${request.method ?? ''} ${pathname}`) {
    case `OPTIONS ${pathname}`:
      response.writeHead(204).end();
      break;
    case 'GET /sim/state':
      sendJson(response, 200, context.snapshot());
      break;
    case `GET /sim/files/${fileId}`:
      sendFile(context.world.files.find(fileId), response);
      break;
    case 'GET /sim/events':
      streamChanges(context, response);
      break;
    case `POST ${pathname}`:
      await answerPost(context, { pathname, body: (await readBody(request)).toString() }, response);
      break;
    default:
      sendJson(response, 404, { error: 'not found' });
  }
}

/** Sends a photo to be shown, or a document to be saved under its name. */
function sendFile(file: StoredFile | undefined, response: ServerResponse): void {
  if (!file) {
    sendJson(response, 404, { error: 'no such file' });
    return;
  }
  const disposition = file.kind === 'photo' ? 'inline' : 'attachment';
  response.writeHead(200, {
    'Content-Type': file.type,
    'Content-Length': file.bytes.length,
    'Content-Disposition': `${disposition}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(file.bytes);
}

async function answerPost(
  context: ControlContext,
  request: { readonly pathname: string; readonly body: string },
  response: ServerResponse,
): Promise<void> {
  const [, userId, action] = /^\/sim\/users\/(\d+)\/([a-zA-Z]+)$/.exec(request.pathname) ?? [];
  try {
    const body = request.body === '' ? {} : parseJson(request.body);
    if (request.pathname === '/sim/faults') sendJson(response, 200, setFault(context, body));
    else if (request.pathname === '/sim/stars') sendJson(response, 200, performStarAct(context.stars, body));
    else if (userId === undefined || action === undefined) throw new Error(`There is no ${request.pathname}`);
    else if (action === 'press') await answerPress(context.as(Number(userId)), body, response);
    else sendJson(response, 200, await perform(context.as(Number(userId)), action, body));
  } catch (error) {
    sendJson(response, 400, { error: error instanceof Error ? error.message : 'failed' });
  }
}

function setFault({ faults, world }: ControlContext, body: Fields): object {
  if (body['clear'] === true) faults.clear();
  else faults.add(body as unknown as Fault);
  world.changed();
  return { ok: true };
}

async function answerPress(person: Person, body: Fields, response: ServerResponse): Promise<void> {
  const data = field(body, 'callbackData', 'callback_data', 'data');
  const timeoutMs = Number(field(body, 'timeoutMs') ?? ANSWER_DEADLINE_MS);
  const [chatId, messageId] = [
    Number(field(body, 'chatId', 'chat_id')),
    Number(field(body, 'messageId', 'message_id')),
  ];
  try {
    sendJson(response, 200, await person.press(chatId, messageId, text(data), { timeoutMs }));
  } catch (error) {
    sendJson(response, 504, { error: error instanceof Error ? error.message : 'never answered' });
  }
}

async function perform(person: Person, name: string, body: Fields): Promise<object> {
  const action = findAction(name);
  if (!action) throw new Error(`There is no action ${name}`);
  const shown = await action(person, body);
  return { ok: true, ...(typeof shown === 'object' && shown) };
}

function allowOrigin(origin: string | undefined, response: ServerResponse): void {
  if (origin === undefined) return;
  response.setHeader('Access-Control-Allow-Origin', origin);
  response.setHeader('Access-Control-Allow-Methods', 'GET, POST, OPTIONS');
  response.setHeader('Access-Control-Allow-Headers', 'Content-Type');
  response.setHeader('Vary', 'Origin');
}

export function sendJson(response: ServerResponse, status: number, body: object): void {
  if (response.headersSent) return;
  const content = JSON.stringify(body);
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(content),
  });
  response.end(content);
}
