import http from 'node:http';
import type { IncomingMessage, RequestListener, Server, ServerOptions, ServerResponse } from 'node:http';

import { CORRELATION_HEADER, correlationIdFrom } from '../correlation-id';
import { cameOverHttp, demandHttps } from '../demand-https';
import { refuseRequest } from '../refuse';
import { setSecurityHeaders } from '../security-headers';
import { answerBroken, isHungUpOn, noteRequest } from './answer-broken';
import { replaceSignalHandlers, trackRequest } from './drain';
import { awaitContinue } from './read-body';

type CreateServer = (options: ServerOptions, listener?: RequestListener) => Server;

// In the global registry, because in Jest a second copy of this module may meet the `http` that the first one wrapped.
const ORIGINAL = Symbol.for('telepay.http.createServer');

/**
 * How long a request may take to arrive; the body alone has its own limit (`read-body.ts`). Node looks for late requests
 * only every 30 s unless it is told the interval when the server is made.
 */
const DEADLINES = {
  headersTimeout: 5000,
  requestTimeout: 10_000,
  connectionsCheckingInterval: 1000,
  maxHeaderSize: 16 * 1024,
};

/**
 * Longer than Google's front end keeps an idle connection (600 s). Otherwise it may send a request into one that is being
 * closed, and answers 502.
 */
const GOOGLE_KEEPS_MS = 620_000;

/** What browsers ask every server for. Left out of the logs and the counters. */
const ASKED_BY_BROWSERS = new Set(['/favicon.ico', '/robots.txt']);

type Listener = (req: IncomingMessage, res: ServerResponse) => unknown;

interface FrontDoorOptions {
  /** Answers every request that the front door admits. Usually made by `serve`. */
  readonly listener: Listener;
  /** Also takes over SIGTERM and SIGINT, to end only after every request is answered. */
  readonly signals?: boolean;
}

/**
 * Puts `listener` in the place of functions-framework's Express app. That app reads and parses a body before anyone can
 * check its sender (up to 1 GB, decompressed, malformed JSON printed to stderr and answered in HTML), and it exits in the
 * middle of requests on SIGTERM. The framework offers no hook, so we wrap the place where it creates its server. Only
 * Express apps are replaced; other servers in the process (simulators, in tests) are left alone. Returns a function that
 * undoes the installation.
 */
export function installFrontDoor({ listener, signals = false }: FrontDoorOptions): () => void {
  const current: CreateServer & { [ORIGINAL]?: CreateServer } = http.createServer;
  const original = current[ORIGINAL] ?? current;

  const createServer = (first?: ServerOptions | RequestListener, second?: RequestListener): Server => {
    const [options, app] = typeof first === 'function' ? [{}, first] : [first ?? {}, second];
    if (!isExpressApp(app)) return original(options, app);
    const server = createFrontServer(listener, { keepAliveTimeout: GOOGLE_KEEPS_MS, ...options }, original);
    if (signals) replaceSignalHandlers(server);
    return server;
  };

  Object.assign(http, { createServer: Object.assign(createServer, { [ORIGINAL]: original }) });
  return () => void Object.assign(http, { createServer: original });
}

/** Makes a server whose every request comes in through the front door. */
export function createFrontServer(
  listener: Listener,
  options: ServerOptions = {},
  create: CreateServer = http.createServer,
): Server {
  const enter: RequestListener = (req, res) => receive(req, res, listener);
  // Node's own answer to a request without a host has none of our headers. All limits go to the constructor, because
  // set later they are not checked against each other.
  const server = create({ ...options, ...DEADLINES, requireHostHeader: false }, enter);
  server.on('checkExpectation', enter);
  server.on('checkContinue', (req: IncomingMessage, res: ServerResponse) => {
    awaitContinue(req, res);
    enter(req, res);
  });
  answerBroken(server);
  return server;
}

function isExpressApp(listener: RequestListener | undefined): listener is RequestListener {
  return typeof listener === 'function' && 'handle' in listener && 'use' in listener;
}

/** Refuses what no function can answer. Everything else goes to the listener, before any of its body is read. */
function receive(req: IncomingMessage, res: ServerResponse, listener: Listener): void {
  if (isHungUpOn(req.socket)) return;
  setSecurityHeaders(res);
  res.setHeader(CORRELATION_HEADER, correlationIdFrom(req.headers['x-correlation-id']));
  trackRequest(res);
  noteRequest(req, res);
  if (cameOverHttp(req)) {
    demandHttps(req, res);
  } else if (!isWellFormed(req)) {
    refuseRequest(req, res, { status: 400, code: 'bad_request' });
  } else if (ASKED_BY_BROWSERS.has(pathOf(req))) {
    refuseRequest(req, res, { status: 404, code: 'not_found' });
  } else {
    listener(req, res);
  }
}

const pathOf = ({ url = '' }: IncomingMessage): string => url.split('?', 1)[0] ?? '';

/** A host, and a path that begins with a slash and can be decoded. So neither `*` nor the address of another server. */
function isWellFormed(req: IncomingMessage): boolean {
  const path = pathOf(req);
  if (!path.startsWith('/') || (req.headers.host === undefined && req.httpVersionMinor > 0)) return false;
  if (!path.includes('%')) return true;
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
