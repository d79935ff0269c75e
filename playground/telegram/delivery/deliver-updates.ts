import type { PendingUpdate } from './pending-update';
import { postUpdate, type WebhookAnswer, type WebhookTarget } from './post-update';
import { emptyQueue, resetFailures, type Queue } from './update-queue';

const MAX_DELAY_SECONDS = 60;

export interface DeliveryOptions {
  readonly now: () => number;
  /** Makes the retry delays shorter or longer. */
  readonly retryDelayScale: number;
  readonly onAcknowledged: (body: string) => void;
  readonly onFailed: (error: string) => void;
  readonly onChange: () => void;
}

/**
 * Pushes updates to the webhook as WebhookActor.cpp does: one at a time in each queue, and up to max_connections queues
 * at once. A failure delays only its own queue. It is retried at once, then after 2, 4, 8… seconds.
 */
export class UpdateDelivery {
  private readonly options: DeliveryOptions;
  private readonly queues = new Map<string, Queue>();
  private readonly timers = new Set<NodeJS.Timeout>();
  private target: WebhookTarget | undefined;
  private inFlight = 0;

  constructor(options: DeliveryOptions) {
    this.options = options;
  }

  get pending(): number {
    let count = 0;
    for (const queue of this.queues.values()) count += queue.updates.length;
    return count;
  }

  add(update: PendingUpdate): void {
    const queue = this.queues.get(update.queue) ?? emptyQueue(update.queue);
    queue.updates.push(update);
    this.queues.set(queue.name, queue);
    this.options.onChange();
    this.pump();
  }

  /** Sets a new webhook, which gets pending retries at once. `undefined` keeps all updates pending. */
  setTarget(target: WebhookTarget | undefined): void {
    this.target?.agent.destroy();
    this.target = target;
    for (const queue of this.queues.values()) resetFailures(queue);
    this.pump();
  }

  /** Drops all updates, as drop_pending_updates does. */
  clear(): void {
    const dropped = [...this.queues.values()].flatMap((queue) => queue.updates.splice(0));
    for (const update of dropped) update.settled();
    this.options.onChange();
  }

  close(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.setTarget(undefined);
    this.clear();
  }

  private pump(): void {
    for (const queue of [...this.queues.values()]) {
      const { target } = this;
      if (!target || this.inFlight >= target.maxConnections) return;
      this.dropExpired(queue);
      if (queue.isBusy || queue.wakeAt > performance.now()) continue;
      const update = queue.updates[0];
      if (update) void this.send(queue, { update, target });
      else this.queues.delete(queue.name);
    }
  }

  private async send(
    queue: Queue,
    { update, target }: { update: PendingUpdate; target: WebhookTarget },
  ): Promise<void> {
    queue.isBusy = true;
    this.inFlight += 1;
    // Move the queue to the end, so that with few connections no queue waits until another one is empty.
    this.queues.delete(queue.name);
    this.queues.set(queue.name, queue);
    const answer = await postUpdate(target, update.body);
    this.inFlight -= 1;
    queue.isBusy = false;
    if (answer.ok) {
      this.options.onAcknowledged(answer.body);
      this.settle(queue, update);
    } else if (this.target === target) {
      this.options.onFailed(answer.error);
      this.delay(queue, { update, answer });
    }
    this.pump();
  }

  private settle(queue: Queue, update: PendingUpdate): void {
    resetFailures(queue);
    // The update may have been dropped while in flight.
    if (queue.updates[0] === update) queue.updates.shift();
    update.settled();
    this.options.onChange();
  }

  private delay(
    queue: Queue,
    failed: { update: PendingUpdate; answer: Extract<WebhookAnswer, { ok: false }> },
  ): void {
    const { update, answer } = failed;
    let seconds = answer.retryAfterSeconds;
    if (seconds === 0 && queue.failures > 0) {
      const cap = MAX_DELAY_SECONDS * (1 + Math.random());
      queue.delaySeconds = Math.min(cap, queue.delaySeconds * 2);
      seconds = queue.delaySeconds;
    }
    const delayMs = seconds * 1000 * this.options.retryDelayScale;
    if (this.options.now() + delayMs > update.expiresAt) {
      this.settle(queue, update);
      return;
    }
    queue.failures += 1;
    const wakeAt = performance.now() + delayMs;
    queue.wakeAt = wakeAt;
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      // A timer may fire slightly early. The timer of an earlier wait must not end a later one.
      if (queue.wakeAt === wakeAt) queue.wakeAt = Math.min(wakeAt, performance.now());
      this.pump();
    }, delayMs);
    this.timers.add(timer.unref());
  }

  private dropExpired(queue: Queue): void {
    for (let head = queue.updates[0]; head && !queue.isBusy; head = queue.updates[0]) {
      if (head.expiresAt > this.options.now()) return;
      this.settle(queue, head);
    }
  }
}
