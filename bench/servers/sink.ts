import { createServer } from 'node:http';

/**
 * Stands in for the Bot API and the worker. Answers at once over keep-alive connections and counts the calls, so that the
 * bench can prove that all servers made the same ones. `GET /` returns the counts and resets them.
 */
let calls = { botApi: 0, nudges: 0 };
const BOT_API_ANSWER = '{"ok":true,"result":true}';
const NUDGE_ANSWER = '{"claimed":0}';

const server = createServer({ keepAlive: true, keepAliveTimeout: 60_000 }, (request, response) => {
  response.setHeader('Content-Type', 'application/json');
  if (request.method === 'GET') {
    response.end(JSON.stringify(calls));
    calls = { botApi: 0, nudges: 0 };
    return;
  }
  const isBotApi = request.url?.startsWith('/bot') ?? false;
  if (isBotApi) calls.botApi += 1;
  else calls.nudges += 1;
  request.resume().on('end', () => response.end(isBotApi ? BOT_API_ANSWER : NUDGE_ANSWER));
});
server.listen(Number(process.argv[2]), '127.0.0.1');
process.on('disconnect', () => process.exit());
