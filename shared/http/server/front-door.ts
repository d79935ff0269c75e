import http from 'node:http';
import type { RequestListener, Server, ServerOptions, ServerResponse } from 'node:http';

import { CORRELATION_HEADER, correlationIdFrom } from '../correlation-id';
import { cameOverHttp, demandHttps } from '../demand-https';
import { drainOnSignals, trackRequest } from './drain';
import { receiveBody, type ReceivedMessage } from './receive-body';
import { refuseRequest } from '../refuse';
import { setSecurityHeaders } from '../security-headers';

export { onShutdown, requestsInFlight } from './drain';

type CreateServer = (options: ServerOptions, listener?: RequestListener) => Server;

// In the global registry, because in Jest a second copy of this module may meet the `http` that the first one wrapped.
const ORIGINAL = Symbol.for('telepay.http.createServer');

/**
 * Runs before functions-framework's Express app, from module load on. The framework reads and parses bodies before it
 * calls a function (up to 1 GB, decompressed, malformed JSON printed to stderr and answered in HTML), and on SIGTERM it
 * exits in the middle of requests. It offers no hook, so we wrap the place where it creates its server. Only Express apps
 * are wrapped; other servers in the process (simulators, in tests) are left alone. `signals` also takes over SIGTERM and
 * SIGINT. Returns a function that undoes the installation.
 */
export function installFrontDoor({ signals = false }: { signals?: boolean } = {}): () => void {
  const current: CreateServer & { [ORIGINAL]?: CreateServer } = http.createServer;
  const original = current[ORIGINAL] ?? current;

  const createServer = (first?: ServerOptions | RequestListener, second?: RequestListener): Server => {
    const [options, app] = typeof first === 'function' ? [{}, first] : [first ?? {}, second];
    if (!isExpressApp(app)) return original(options, app);
    const server = original(options, (req, res) => {
      enter(req, res, app);
    });
    if (signals) drainOnSignals(server);
    return server;
  };

  Object.assign(http, { createServer: Object.assign(createServer, { [ORIGINAL]: original }) });
  return () => void Object.assign(http, { createServer: original });
}

function isExpressApp(listener: RequestListener | undefined): listener is RequestListener {
  return typeof listener === 'function' && 'handle' in listener && 'use' in listener;
}

function enter(req: ReceivedMessage, res: ServerResponse, app: RequestListener): void {
  setSecurityHeaders(res);
  res.setHeader(CORRELATION_HEADER, correlationIdFrom(req.headers['x-correlation-id']));
  trackRequest(res);
  if (cameOverHttp(req)) {
    demandHttps(req, res);
  } else if (!isDecodable(req.url ?? '')) {
    refuseRequest(req, res, { status: 400, code: 'bad_request' });
  } else {
    receiveBody(req, res, () => {
      app(req, res);
    });
  }
}

/** Finds paths that Express cannot decode. It would answer them with its own page, and a stack trace on stderr. */
function isDecodable(url: string): boolean {
  if (!url.includes('%')) return true;
  try {
    decodeURIComponent(url.split('?', 1)[0] ?? '');
    return true;
  } catch {
    return false;
  }
}
