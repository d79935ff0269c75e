import type { Reply, SimRequest } from '../nowpayments/http';
import type { GoogleKeys } from './google-keys';
import type { Queue } from './queue';
import { CREATED, googleError, type SentTask } from './task-wire';

/** What `tasks.create` does instead of its work. `created, no answer`: its work, without an answer. */
export type TaskFault = 401 | 403 | 404 | 429 | 500 | 503 | 'no answer' | 'created, no answer';

interface Recorded {
  readonly task: SentTask | undefined;
  readonly status: number | 'no answer';
}

const ACCESS_TOKEN = 'ya29.simulated';
const CREATE = /^POST \/v2\/(projects\/[^/]+\/locations\/[^/]+\/queues\/[^/]+)\/tasks$/;
const NOT_FOUND: Reply = { status: 404, body: googleError(404, 'Not found.') };

/** The API of one queue, the metadata server that gives out access tokens, and Google's certificates. */
export class TasksApi {
  readonly creates: Recorded[] = [];
  fault: TaskFault | undefined;
  /** How long after its time each new task is sent. */
  delayMs = 0;
  readonly #queue: Queue;
  readonly #keys: GoogleKeys;
  readonly #now: () => number;

  constructor(queue: Queue, keys: GoogleKeys, now: () => number) {
    this.#queue = queue;
    this.#keys = keys;
    this.#now = now;
  }

  /** The answer to a request; `undefined` if there is none. */
  replyTo({ method, path, headers, body }: SimRequest): Reply | undefined {
    const asked = `${method} ${path}`;
    if (asked === 'GET /computeMetadata/v1/instance/service-accounts/default/token') {
      const token = { access_token: ACCESS_TOKEN, expires_in: 3599, token_type: 'Bearer' };
      return { status: 200, headers: { 'metadata-flavor': 'Google' }, body: token };
    }
    if (asked === 'GET /oauth2/v1/certs') return { status: 200, body: this.#keys.certificates };
    const queue = CREATE.exec(asked)?.[1];
    return queue === undefined ? NOT_FOUND : this.#create(queue, headers.authorization, body);
  }

  #create(queue: string, authorization: string | undefined, body: unknown): Reply | undefined {
    const parsed = CREATED.safeParse(body);
    const record = (status: Recorded['status']) =>
      void this.creates.push({ task: parsed.data?.task, status });
    const refuse = (status: number): Reply => {
      record(status);
      return { status, body: googleError(status, 'Refused.') };
    };
    const { fault } = this;
    if (typeof fault === 'number') return refuse(fault);
    if (fault === 'no answer') {
      record(fault);
      return undefined;
    }
    if (authorization !== `Bearer ${ACCESS_TOKEN}`) return refuse(401);
    if (queue !== this.#queue.name) return refuse(404);
    if (!parsed.success) return refuse(400);
    const created = this.#queue.create(parsed.data.task, this.#now(), this.delayMs);
    if (created.status !== 200) return refuse(created.status);
    record(fault === undefined ? 200 : 'no answer');
    if (fault !== undefined) return undefined;
    const { id, dueMs } = created.task;
    return {
      status: 200,
      body: { name: `${queue}/tasks/${id}`, scheduleTime: new Date(dueMs).toISOString() },
    };
  }
}
