import type { IncomingMessage, ServerResponse } from 'node:http';
import type { World } from '../world';

/** Answers /file/bot<token>/<path>, where a bot downloads what `getFile` prepared. Everything wrong is Not Found. */
export function answerFile(
  { world, botToken }: { readonly world: World; readonly botToken: string },
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const [, token = '', path = ''] = /^\/file\/bot([^/]+)\/(.+)$/.exec(pathname) ?? [];
  const isAllowed = request.method === 'GET' && decodeURIComponent(token) === botToken;
  const file = isAllowed ? world.files.findByPath(path, world.now()) : undefined;
  if (!file) {
    response.writeHead(404, { 'Content-Type': 'application/json' });
    response.end('{"ok":false,"error_code":404,"description":"Not Found"}');
    return;
  }
  response.writeHead(200, {
    'Content-Type': 'application/octet-stream',
    'Content-Length': file.bytes.length,
  });
  response.end(file.bytes);
}
