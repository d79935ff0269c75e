import { randomUUID } from 'node:crypto';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../shared/domain/common/time';
import { secondsIn, taskIdOf, type SentTask } from './task-wire';

/** The settings of a queue that decide when a task is sent: https://cloud.google.com/tasks/docs/reference/rest/v2/projects.locations.queues */
export interface QueueSettings {
  readonly maxAttempts: number;
  readonly minBackoffMs: number;
  readonly maxBackoffMs: number;
  readonly maxDoublings: number;
}

export interface QueuedTask {
  readonly id: string;
  readonly sent: SentTask;
  dueMs: number;
  isUnderWay: boolean;
  /** Attempts, and those that the target answered. */
  attempts: number;
  executions: number;
  lastStatus?: number | undefined;
}

export type Created = { readonly status: 200; readonly task: QueuedTask } | { readonly status: 400 | 409 };

/** A name stays reserved about an hour after its task has ended. */
const RESERVED_MS = HOUR_MS;

/** A Cloud Tasks queue without its API and without its calls: which tasks there are, and when each is due. */
export class Queue {
  readonly name: string;
  readonly #settings: QueueSettings;
  readonly #tasks = new Map<string, QueuedTask>();
  readonly #reservedUntil = new Map<string, number>();
  isPaused = false;

  constructor(name: string, settings: QueueSettings) {
    this.name = name;
    this.#settings = settings;
  }

  /** Takes a task. `delayMs` is the queue's own delay, which Google does not promise to be short. */
  create(sent: SentTask, nowMs: number, delayMs = 0): Created {
    const id = sent.name === undefined ? randomUUID() : taskIdOf(this.name, sent.name);
    const scheduledMs = sent.scheduleTime === undefined ? nowMs : Date.parse(sent.scheduleTime);
    const deadline = secondsIn(sent.dispatchDeadline);
    if (id === undefined || scheduledMs > nowMs + 30 * DAY_MS || deadline < 15 || deadline > 1800)
      return { status: 400 };
    if (this.#tasks.has(id) || (this.#reservedUntil.get(id) ?? 0) > nowMs) return { status: 409 };
    const dueMs = Math.max(nowMs, scheduledMs) + delayMs;
    const task: QueuedTask = { id, sent, dueMs, isUnderWay: false, attempts: 0, executions: 0 };
    this.#tasks.set(id, task);
    return { status: 200, task };
  }

  /** Takes the tasks that are to be sent now. Each is under way until it is concluded. */
  takeDue(nowMs: number): QueuedTask[] {
    const due = this.#waiting().filter(({ dueMs }) => dueMs <= nowMs);
    for (const task of due) task.isUnderWay = true;
    return due;
  }

  /** When the next task is due; `Infinity` if none is left or the queue is paused. */
  nextDueMs(): number {
    return Math.min(Infinity, ...this.#waiting().map(({ dueMs }) => dueMs));
  }

  #waiting(): QueuedTask[] {
    return this.isPaused ? [] : [...this.#tasks.values()].filter(({ isUnderWay }) => !isUnderWay);
  }

  /** True if no task is under way or due within a minute. The daily task may wait. */
  isIdle(nowMs: number): boolean {
    return ![...this.#tasks.values()].some(
      ({ isUnderWay, dueMs }) => isUnderWay || dueMs < nowMs + MINUTE_MS,
    );
  }

  /** The number of tasks that have not ended. */
  get size(): number {
    return this.#tasks.size;
  }

  /** Records an attempt. `undefined`: no answer. Only 200 to 299 ends a task, or the last attempt. */
  conclude(task: QueuedTask, status: number | undefined, nowMs: number): void {
    task.isUnderWay = false;
    task.attempts += 1;
    if (status !== undefined) task.executions += 1;
    task.lastStatus = status;
    const isDone = status !== undefined && status >= 200 && status < 300;
    if (isDone || task.attempts === this.#settings.maxAttempts) {
      this.#tasks.delete(task.id);
      this.#reservedUntil.set(task.id, nowMs + RESERVED_MS);
    } else task.dueMs = nowMs + this.#backoffMs(task.attempts);
  }

  /** Doubles `maxDoublings` times, then grows by the last step. */
  #backoffMs(attempts: number): number {
    const { minBackoffMs, maxBackoffMs, maxDoublings } = this.#settings;
    const doublings = Math.min(attempts - 1, maxDoublings);
    const linear = Math.max(0, attempts - 1 - maxDoublings);
    return Math.min(maxBackoffMs, minBackoffMs * 2 ** doublings * (1 + linear));
  }
}
