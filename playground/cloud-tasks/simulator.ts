import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readRequest, sendReply, type Reply } from '../nowpayments/http';
import { GoogleKeys } from './google-keys';
import { Queue, type QueuedTask, type QueueSettings } from './queue';
import { sendTask } from './send-task';
import { CREATED, googleError, type SentTask } from './task-wire';

/** What `tasks.create` does instead of its work. `created, no answer`: its work, without an answer. */
export type TaskFault = 401 | 403 | 404 | 429 | 500 | 503 | 'no answer' | 'created, no answer';

export interface CloudTasksOptions {
  /** `projects/P/locations/L/queues/Q`. */
  readonly queue: string;
  /** What the deploy sets: `infra/deploy/resources/queue.ts`. */
  readonly settings: QueueSettings;
  /** Has the machine's clock, and sends each task when it is due. Otherwise only `advance` sends. Default false. */
  readonly isPrompt?: boolean;
}

/** A whole second. */
const START_MS = 1_800_000_000_000;

interface Recorded {
  readonly task: SentTask | undefined;
  readonly status: number | 'no answer';
}

/**
 * Plays the Cloud Tasks API with one queue, the metadata server that gives out access tokens, and Google's certificates, on one
 * port. Records what it was asked and what it sent. Its clock moves by `advance` alone, unless it is prompt.
 */
export class CloudTasksSimulator {
  readonly queue: Queue;
  readonly keys = new GoogleKeys();
  readonly creates: Recorded[] = [];
  readonly deliveries: { readonly id: string; readonly body: string; readonly status: number | undefined }[] =
    [];
  /** How long after its time each new task is sent. */
  delayMs = 0;
  /** Sends each task twice at once. */
  isDuplicating = false;
  #fault: TaskFault | undefined;
  #movedMs = 0;
  readonly #accessToken = 'ya29.simulated';
  readonly #isPrompt: boolean;
  readonly #server: Server;
  readonly #underWay = new Set<Promise<void>>();
  #timer: NodeJS.Timeout | undefined;

  private constructor({ queue, settings, isPrompt = false }: CloudTasksOptions) {
    this.queue = new Queue(queue, settings);
    this.#isPrompt = isPrompt;
    this.#server = createServer((incoming, response) => void this.#answer(incoming, response));
  }

  static async start(options: CloudTasksOptions): Promise<CloudTasksSimulator> {
    const simulator = new CloudTasksSimulator(options);
    simulator.#server.listen(0, '127.0.0.1');
    await once(simulator.#server, 'listening');
    return simulator;
  }

  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  readonly now = (): number => (this.#isPrompt ? Date.now() : START_MS) + this.#movedMs;

  /** From now on, `tasks.create` does this. `undefined`: its work. */
  fault(fault: TaskFault | undefined): void {
    this.#fault = fault;
  }

  pause(): void {
    this.queue.isPaused = true;
  }

  resume(): void {
    this.queue.isPaused = false;
    this.#arm();
  }

  /** Moves the clock and sends what becomes due, each at its time. */
  async advance(ms: number): Promise<void> {
    const target = this.now() + ms;
    while (this.queue.nextDueMs() <= target) {
      this.#movedMs += Math.max(0, this.queue.nextDueMs() - this.now());
      await this.#sendDue();
    }
    this.#movedMs += Math.max(0, target - this.now());
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer);
    await Promise.all(this.#underWay);
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, 'close');
  }

  async #sendDue(): Promise<void> {
    await Promise.all(this.queue.takeDue(this.now()).map((task) => this.#send(task)));
  }

  async #send(task: QueuedTask): Promise<void> {
    const times = this.isDuplicating ? 2 : 1;
    const calls = Array.from({ length: times }, () => sendTask(this.queue.name, task, this.keys));
    const [status, ...others] = await Promise.all(calls);
    const body = Buffer.from(task.sent.httpRequest.body ?? '', 'base64').toString();
    for (const one of [status, ...others]) this.deliveries.push({ id: task.id, body, status: one });
    this.queue.conclude(task, status, this.now());
  }

  /** Waits for the next due task, where tasks are sent without being told. */
  #arm(): void {
    clearTimeout(this.#timer);
    const next = this.queue.nextDueMs();
    if (!this.#isPrompt || next === Infinity) return;
    this.#timer = setTimeout(
      () => {
        const sending = this.#sendDue().finally(() => {
          this.#underWay.delete(sending);
          this.#arm();
        });
        this.#underWay.add(sending);
        this.#arm();
      },
      Math.max(0, next - this.now()),
    );
  }

  async #answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method, path, headers, body } = await readRequest(incoming);
    const reply = this.#replyTo(`${method} ${path}`, headers.authorization, body);
    if (reply === undefined)
      incoming.socket.unref(); // no answer
    else sendReply(response, reply);
  }

  #replyTo(asked: string, authorization: string | undefined, body: unknown): Reply | undefined {
    if (asked.startsWith('GET /computeMetadata/v1/instance/service-accounts/default/token')) {
      const token = { access_token: this.#accessToken, expires_in: 3599, token_type: 'Bearer' };
      return { status: 200, headers: { 'metadata-flavor': 'Google' }, body: token };
    }
    if (asked === 'GET /oauth2/v1/certs') return { status: 200, body: this.keys.certificates };
    if (!/^POST \/v2\/projects\/[^/]+\/locations\/[^/]+\/queues\/[^/]+\/tasks$/.test(asked))
      return { status: 404, body: googleError(404, 'Not found.') };
    return this.#create(asked.slice('POST /v2/'.length, -'/tasks'.length), authorization, body);
  }

  #create(queue: string, authorization: string | undefined, body: unknown): Reply | undefined {
    const parsed = CREATED.safeParse(body);
    const record = (status: number | 'no answer') => {
      this.creates.push({ task: parsed.data?.task, status });
      return typeof status === 'number' ? status : 0;
    };
    const refuse = (status: number): Reply => ({
      status: record(status),
      body: googleError(status, 'Refused.'),
    });
    const fault = this.#fault;
    if (typeof fault === 'number') return refuse(fault);
    if (fault === 'no answer') return void record(fault);
    if (authorization !== `Bearer ${this.#accessToken}`) return refuse(401);
    if (queue !== this.queue.name) return refuse(404);
    if (!parsed.success) return refuse(400);
    const created = this.queue.create(parsed.data.task, this.now(), this.delayMs);
    if (created.status !== 200) return refuse(created.status);
    this.#arm();
    if (fault === 'created, no answer') return void record('no answer');
    const { id, dueMs } = created.task;
    const at = new Date(dueMs).toISOString();
    return { status: record(200), body: { name: `${queue}/tasks/${id}`, scheduleTime: at } };
  }
}
