import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { delimiter, join } from 'node:path';
import { answer } from './answer';
import { startFastGcloud } from './fast-gcloud';
import { Store } from './store';
import { PROJECT, PROJECT_NUMBER, type GoogleWorld } from './wire';

export { PROJECT, PROJECT_NUMBER } from './wire';

export interface RecordedCall {
  readonly method: string;
  /** `secretmanager.fake/v1/projects/p/secrets?secretId=x` */
  readonly url: string;
  readonly body: unknown;
  readonly status: number;
}

/** The Google APIs that a deploy uses, simulated on this machine. Stores resources and records every call. */
export interface GoogleStandIn {
  readonly calls: readonly RecordedCall[];
  readonly store: Store;
  /** Environment variables that make gcloud use only these APIs. */
  readonly environment: Readonly<Record<string, string>>;
  /** Makes matching calls of this method fail, like a refusal by Google. */
  fail(pattern: RegExp, refusal: Refusal): void;
  /** Ends all failures. */
  stopFailing(): void;
  close(): Promise<void>;
}

export interface Refusal {
  readonly method: string;
  readonly status: number;
  readonly message: string;
}

const APIS = [
  'artifactregistry',
  'cloudbuild',
  'cloudfunctions',
  'cloudresourcemanager',
  'cloudscheduler',
  'cloudtasks',
  'compute',
  'iam',
  'logging',
  'monitoring',
  'run',
  'secretmanager',
  'serviceusage',
  'servicemanagement',
  'sql',
  'storage',
  'monitoring',
];

/** Uses its own `folder`, so that it does not touch the machine's gcloud configuration. */
export async function startGoogle(folder: string): Promise<GoogleStandIn> {
  const calls: RecordedCall[] = [];
  const refusals: [RegExp, Refusal][] = [];
  const world: GoogleWorld = { store: new Store(), project: PROJECT, projectNumber: PROJECT_NUMBER };
  // Use a proxy and host names that don't resolve, because gcloud adds a region to some hosts.
  const server = http.createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      const url = new URL(req.url ?? '/', 'http://nowhere.fake');
      const raw = Buffer.concat(chunks);
      const isJson = String(req.headers['content-type']).includes('json');
      const body: unknown = isJson && raw.length > 0 ? JSON.parse(raw.toString()) : undefined;
      const refusal = refusals.find(
        ([pattern, { method }]) =>
          method === req.method && pattern.test(`${url.host}${url.pathname}${url.search}`),
      )?.[1];
      const reply = refusal
        ? { status: refusal.status, body: { error: { code: refusal.status, message: refusal.message } } }
        : answer(world, { method: req.method ?? '', url, body });
      calls.push({
        method: req.method ?? '',
        url: `${url.host}${url.pathname}${url.search}`,
        body: body ?? raw.length,
        status: reply.status,
      });
      res.writeHead(reply.status, { 'content-type': 'application/json' });
      res.end(JSON.stringify(reply.body ?? {}));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const overrides = APIS.map((api) => [
    `CLOUDSDK_API_ENDPOINT_OVERRIDES_${api.toUpperCase()}`,
    `http://${api}.fake/`,
  ]);
  const environment = {
    ...(Object.fromEntries(overrides) as Record<string, string>),
    CLOUDSDK_CONFIG: join(folder, 'gcloud'),
    CLOUDSDK_AUTH_ACCESS_TOKEN: 'a-token-of-nobody',
    CLOUDSDK_CORE_CHECK_GCE_METADATA: 'false',
    CLOUDSDK_CORE_DISABLE_USAGE_REPORTING: 'true',
    CLOUDSDK_CORE_DISABLE_FILE_LOGGING: 'true',
    CLOUDSDK_PROXY_TYPE: 'http',
    CLOUDSDK_PROXY_ADDRESS: '127.0.0.1',
    CLOUDSDK_PROXY_PORT: String(port),
  };
  const gcloud = await startFastGcloud(folder, environment);
  const path = gcloud === undefined ? [] : [gcloud.folder];
  return {
    calls,
    store: world.store,
    fail: (pattern, refusal) => void refusals.push([pattern, refusal]),
    stopFailing: () => void refusals.splice(0),
    environment: {
      ...environment,
      ...gcloud?.environment,
      PATH: [...path, process.env['PATH'] ?? ''].join(delimiter),
    },
    close: async () => {
      await gcloud?.stop();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}
