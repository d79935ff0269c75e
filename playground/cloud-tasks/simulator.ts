import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readRequest, sendReply } from '../nowpayments/http';
import { GoogleKeys } from './google-keys';
import { Queue, type QueuedTask, type QueueSettings } from './queue';
import { sendTask } from './send-task';
import { TasksApi } from './tasks-api';

export interface QueueSimulatorOptions {
  /** `projects/P/locations/L/queues/Q`. */
  readonly queue: string;
  /** What the deploy sets: `infra/deploy/resources/queue.ts`. */
  readonly settings: QueueSettings;
  /** Has the machine's clock, and sends each task when it is due. Otherwise only `advance` sends. Default false. */
  readonly isPrompt?: boolean;
}

/** A whole second. */
const START_MS = 1_800_000_000_000;

/**
 * Plays the Cloud Tasks API with one queue, the metadata server that gives out access tokens, and Google's certificates, on one
 * port. Records what it was asked (`api.creates`) and what it sent. Its clock moves by `advance` alone, unless it is prompt.
 */
export class CloudTasksSimulator {
  readonly queue: Queue;
  readonly keys = new GoogleKeys();
  readonly api: TasksApi;
  readonly deliveries: { readonly id: string; readonly body: string; readonly status: number | undefined }[] =
    [];
  /** Sends each task twice at once. */
  isDuplicating = false;
  #movedMs = 0;
  readonly #isPrompt: boolean;
  readonly #server: Server;
  readonly #underWay = new Set<Promise<void>>();
  #timer: NodeJS.Timeout | undefined;

  private constructor({ queue, settings, isPrompt = false }: QueueSimulatorOptions) {
    this.queue = new Queue(queue, settings);
    this.#isPrompt = isPrompt;
    this.api = new TasksApi(this.queue, this.keys, this.now);
    this.#server = createServer((incoming, response) => void this.#answer(incoming, response));
  }

  static async start(options: QueueSimulatorOptions): Promise<CloudTasksSimulator> {
    const simulator = new CloudTasksSimulator(options);
    simulator.#server.listen(0, '127.0.0.1');
    await once(simulator.#server, 'listening');
    return simulator;
  }

  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  readonly now = (): number => (this.#isPrompt ? Date.now() : START_MS) + this.#movedMs;

  isIdle(): boolean {
    return this.queue.isIdle(this.now());
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
    const reply = this.api.replyTo(await readRequest(incoming));
    if (reply !== undefined) sendReply(response, reply);
    this.#arm();
  }
}
