import { request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';

export interface Call {
  readonly method?: string;
  /** Default: the path of the address. */
  readonly path?: string;
  /** A list of values is sent as several headers with the same name. */
  readonly headers?: OutgoingHttpHeaders;
  /** A list is sent in chunks, anything else with its length. */
  readonly body?: string | Buffer | readonly Buffer[];
  /**
   * Called when the server wants the body, so the request is in flight. The body is sent when the result is there.
   */
  readonly onArrived?: () => unknown;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Makes one request on its own connection. Resolves only with a complete answer. */
export function call(url: string, { method = 'POST', path = '', body = '', ...how }: Call): Promise<Answer> {
  const { onArrived, headers } = how;
  const length = isChunked(body)
    ? { 'transfer-encoding': 'chunked' }
    : { 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const outgoing = request(new URL(path, url), {
      method,
      agent: false,
      headers: { ...length, ...(onArrived && { expect: '100-continue' }), ...headers },
    });
    let isAnswered = false;
    outgoing.on('response', (response) => {
      isAnswered = true;
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString(),
        }),
      );
    });
    // A server that has answered may close the connection before it has read the whole body.
    outgoing.on('error', (error) => !isAnswered && reject(error));
    const send = () => {
      if (isChunked(body)) for (const chunk of body) outgoing.write(chunk);
      else if (body.length > 0) outgoing.write(body);
      outgoing.end();
    };
    if (!onArrived) {
      send();
      return;
    }
    outgoing.on('continue', () => {
      void Promise.resolve(onArrived()).then(send);
    });
    outgoing.flushHeaders();
  });
}

const isChunked = (body: NonNullable<Call['body']>): body is readonly Buffer[] => Array.isArray(body);

/** The body of an answer, read as JSON. */
export const json = ({ text }: Answer): unknown => JSON.parse(text);
