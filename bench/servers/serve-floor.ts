import { createServer, type IncomingHttpHeaders } from 'node:http';

/** What a floor does with one request. */
export type FloorWork = (request: {
  readonly headers: IncomingHttpHeaders;
  readonly rawBody: Buffer;
  /** As parsed from `rawBody`. */
  readonly body: unknown;
}) => Promise<void>;

const OK = '{"ok":true}';

/** Serves a floor with `node:http` alone: one buffer, one parse, one answer. */
export function servePlainly(work: FloorWork): void {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const rawBody = Buffer.concat(chunks);
      work({ headers: request.headers, rawBody, body: JSON.parse(rawBody.toString()) }).then(
        () => response.writeHead(200, { 'Content-Type': 'application/json' }).end(OK),
        (error: unknown) => {
          console.error(error);
          response.writeHead(500).end();
        },
      );
    });
  });
  server.listen(Number(process.env['PORT']), '127.0.0.1');
}
