import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CertificateFormat } from 'google-auth-library/build/src/auth/oauth2client';
import { OAuth2Client } from 'google-auth-library';
import { CloudTasksSimulator } from '../../playground/cloud-tasks/simulator';
import { answerErrors } from '../../shared/http/answer-errors';
import { guarded } from '../../shared/http/guarded';
import { serve } from '../../shared/http/server/serve';
import { leanFetch } from '../../shared/http-client';
import type { Fields, Logger } from '../../shared/logger';
import { googleIdTokens } from '../../shared/security/google-id-token';
import { googleOidc } from '../../shared/security/google-oidc';
import { cloudTasks, type CloudTasksOptions } from '../../shared/wake-up/cloud-tasks';
import type { Nudge } from '../../shared/wake-up/wake-up';

export const QUEUE = 'projects/shop/locations/europe-west1/queues/telepay-worker';
export const INVOKER = 'telepay-scheduler@shop.iam.gserviceaccount.com';

/** The queue as a deploy makes it. */
export const QUEUE_SETTINGS = { maxAttempts: 5, minBackoffMs: 1000, maxBackoffMs: 10_000, maxDoublings: 16 };

/** A queue in front of a worker with its real guard. The worker does nothing but record when it was called, and with what. */
export class QueueWorld {
  readonly calls: { readonly at: number; readonly body: string; readonly id: string }[] = [];
  readonly lines: [level: string, event: string, fields: Fields | undefined][] = [];
  readonly direct: Nudge[] = [];
  /** What the worker answers next; then 200. */
  readonly answers: number[] = [];
  readonly tasks: CloudTasksSimulator;
  readonly log: Logger;
  readonly workerUrl: string;
  readonly #stop: () => Promise<void>;

  private constructor(tasks: CloudTasksSimulator, { url, stop }: { url: string; stop: () => Promise<void> }) {
    this.tasks = tasks;
    this.workerUrl = url;
    this.#stop = stop;
    const note = (level: string) => (event: string, fields?: Fields) =>
      void this.lines.push([level, event, fields]);
    this.log = { debug: note('debug'), info: note('info'), warn: note('warn'), error: note('error') };
  }

  static async start(): Promise<QueueWorld> {
    const tasks = await CloudTasksSimulator.start({ queue: QUEUE, settings: QUEUE_SETTINGS });
    const library = new OAuth2Client();
    library.getFederatedSignonCertsAsync = async () => ({
      certs: tasks.keys.certificates,
      format: CertificateFormat.PEM,
    });
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const stop = async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    };
    const world = new QueueWorld(tasks, { url, stop });
    const guard = googleOidc({
      audience: url,
      serviceAccountEmail: INVOKER,
      verify: googleIdTokens(async () => library),
    });
    const worker = guarded([answerErrors(world.log), guard], async (request) => {
      const body = (await request.body()).toString();
      world.calls.push({ at: tasks.now(), body, id: String(request.headers['x-correlation-id']) });
      return { status: world.answers.shift() ?? 200 };
    });
    server.on('request', (req, res) => void serve(worker)(req, res));
    return world;
  }

  /** The way to the worker of one instance of a function. */
  way(changes: Partial<CloudTasksOptions> = {}) {
    return cloudTasks({
      queue: QUEUE,
      apiUrl: `http://${this.tasks.host}`,
      workerUrl: this.workerUrl,
      invokerEmail: INVOKER,
      fetch: leanFetch,
      accessToken: async () => 'ya29.simulated',
      otherwise: async (what) => void this.direct.push(what),
      log: this.log,
      now: this.tasks.now,
      ...changes,
    });
  }

  async close(): Promise<void> {
    await this.tasks.close();
    await this.#stop();
  }
}
