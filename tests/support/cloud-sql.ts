import { createPublicKey, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Server } from 'node:net';
import { join } from 'node:path';
import { createServer as createTlsServer, type TLSSocket } from 'node:tls';
import * as z from 'zod';
import { Authority } from './certificates';

const [PROJECT, REGION, INSTANCE] = ['project', 'europe-west1', 'instance'];
/** The port is part of the product of Google, so each stand-in has its own address. macOS has only one. */
const PORT = 3307;
const address = () => {
  const byte = () => 1 + Math.floor(Math.random() * 250);
  return process.platform === 'linux' ? `127.${byte()}.${byte()}.${byte()}` : '127.0.0.1';
};

const Asked = z.object({ public_key: z.string(), access_token: z.string().optional() });

/** How Google's APIs answer. */
export type Mood =
  | 'well'
  | 'no credentials'
  | 'no role'
  | 'too many requests'
  | 'not at all'
  | 'no quota project'
  | 'other region';

/** What Google's API answers, with its words. */
const REFUSALS: Partial<Record<Mood, readonly [code: number, message: string, reason: string]>> = {
  'no role': [403, 'The client is not authorized to make this request.', 'notAuthorized'],
  'too many requests': [429, 'Quota exceeded for quota metric Queries', 'rateLimitExceeded'],
  'no quota project': [
    403,
    'Your application is authenticating by using local Application Default Credentials. The sqladmin.googleapis.com API requires a quota project, which is not set by default.',
    'accessNotConfigured',
  ],
};

/** A Cloud SQL instance in front of the tests' Postgres, with the APIs that its connector asks. */
export interface CloudSql {
  /** The variables that lead a process with Google's real libraries here. */
  readonly variables: Readonly<Record<string, string>>;
  /** Certificates given since the start. */
  readonly certificates: number;
  /** Whether the last one was asked for with an access token, for a login by IAM. */
  readonly isByIam: boolean;
  /** Connections since the start. */
  readonly connects: number;
  apis(mood: Mood): void;
  /** The next certificates expire at once. */
  giveExpired(count: number): void;
  /** Cuts all connections, and accepts only certificates that are given from now on. */
  distrust(): void;
  close(): Promise<void>;
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks = (await request.toArray()) as Buffer[];
  return chunks.length === 0 ? undefined : JSON.parse(Buffer.concat(chunks).toString());
}

async function listening<S extends Server>(server: S, host = '127.0.0.1', port = 0): Promise<S> {
  server.listen(port, host);
  await once(server, 'listening');
  return server;
}

const portOf = (server: Server) => (server.address() as AddressInfo).port;

class StandIn implements CloudSql {
  variables: Readonly<Record<string, string>> = {};
  certificates = 0;
  isByIam = false;
  connects = 0;
  readonly #postgresPort: number;
  readonly #host = address();
  readonly #servers = new Authority('server-authority');
  #clients = new Authority('client-authority');
  #mood: Mood = 'well';
  #expired = 0;
  readonly #sockets = new Set<TLSSocket>();
  readonly #open: Server[] = [];
  readonly #identity = this.#servers.identify(`${PROJECT}:${INSTANCE}`);

  constructor(postgresPort: number) {
    this.#postgresPort = postgresPort;
  }

  async start(): Promise<this> {
    const apis = await listening(
      createHttpServer((request, response) => void this.#answer(request, response)),
    );
    const tls = await listening(
      createTlsServer(this.#tlsOptions(), (socket) => this.#forward(socket)),
      this.#host,
      PORT,
    );
    tls.on('connection', () => (this.connects += 1)).on('tlsClientError', () => undefined);
    this.#open.push(apis, tls);
    this.#trust = () => tls.setSecureContext(this.#tlsOptions());
    const api = `127.0.0.1:${portOf(apis)}`;
    this.variables = {
      CLOUD_SQL_INSTANCE: `${PROJECT}:${REGION}:${INSTANCE}`,
      GCE_METADATA_HOST: api,
      GOOGLE_APIS_STAND_IN: api,
      NODE_OPTIONS: `--require=${join(__dirname, 'google-apis-stand-in.cjs')}`,
    };
    return this;
  }

  apis(mood: Mood): void {
    this.#mood = mood;
  }

  giveExpired(count: number): void {
    this.#expired = count;
  }

  distrust(): void {
    this.#clients = new Authority('client-authority');
    this.#trust();
    for (const socket of this.#sockets) socket.destroy();
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    for (const server of this.#open) {
      server.close();
      if ('closeAllConnections' in server)
        (server as ReturnType<typeof createHttpServer>).closeAllConnections();
      await once(server, 'close');
    }
  }

  #trust: () => void = () => undefined;

  #tlsOptions() {
    return {
      ...this.#identity,
      ca: this.#clients.certificate,
      requestCert: true,
      rejectUnauthorized: true,
      minVersion: 'TLSv1.3',
    } as const;
  }

  #forward(socket: TLSSocket): void {
    this.#sockets.add(socket);
    const postgres = connect(this.#postgresPort, '127.0.0.1');
    socket
      .on('error', () => undefined)
      .once('close', () => {
        this.#sockets.delete(socket);
        postgres.destroy();
      });
    postgres.on('error', () => undefined).once('close', () => socket.destroy());
    socket.pipe(postgres).pipe(socket);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '';
    const asked = await bodyOf(request);
    if (this.#mood === 'not at all') return;
    const [status, body] = path.startsWith('/computeMetadata/')
      ? this.#metadata(path)
      : this.#admin(path, asked);
    response.writeHead(status, {
      'content-type': typeof body === 'string' ? 'text/plain' : 'application/json',
      'metadata-flavor': 'Google',
    });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  }

  #metadata(path: string): readonly [number, string | object] {
    if (this.#mood === 'no credentials') return [404, 'no service account'];
    if (path.includes('/token'))
      return [200, { access_token: 'a-token', expires_in: 3599, token_type: 'Bearer' }];
    if (path.includes('universe')) return [200, 'googleapis.com'];
    return [200, PROJECT];
  }

  #admin(path: string, asked: unknown): readonly [number, object] {
    const refuse = (code: number, message: string, reason: string) =>
      [code, { error: { code, message, errors: [{ message, domain: 'global', reason }] } }] as const;
    const refusal = REFUSALS[this.#mood];
    if (refusal !== undefined) return refuse(...refusal);
    const isCertificate = path.endsWith(':generateEphemeralCert');
    if (isCertificate) return [200, { ephemeralCert: { cert: this.#certify(Asked.parse(asked)) } }];
    const cert = this.#servers.certificate;
    return [
      200,
      {
        region: this.#mood === 'other region' ? 'us-central1' : REGION,
        ipAddresses: [{ type: 'PRIMARY', ipAddress: this.#host }],
        serverCaCert: { cert, expirationTime: new Date(Date.now() + 3_600_000).toISOString() },
      },
    ];
  }

  #certify({ public_key, access_token }: z.infer<typeof Asked>): string {
    const publicKey: KeyObject = createPublicKey(public_key);
    this.certificates += 1;
    this.isByIam = access_token !== undefined;
    const isExpired = this.#expired > 0;
    if (isExpired) this.#expired -= 1;
    const notAfter = { notAfter: new Date(Date.now() - 1000) };
    return this.#clients.issue({ commonName: 'client', publicKey, ...(isExpired && notAfter) });
  }
}

export async function startCloudSql(postgresPort: number): Promise<CloudSql> {
  const standIn = await new StandIn(postgresPort).start();
  // A fixture is read through a proxy, which has no access to private members.
  return {
    variables: standIn.variables,
    get certificates() {
      return standIn.certificates;
    },
    get isByIam() {
      return standIn.isByIam;
    },
    get connects() {
      return standIn.connects;
    },
    apis: (mood) => standIn.apis(mood),
    giveExpired: (count) => standIn.giveExpired(count),
    distrust: () => standIn.distrust(),
    close: () => standIn.close(),
  };
}
