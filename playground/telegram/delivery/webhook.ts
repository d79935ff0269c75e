import http from 'node:http';
import https from 'node:https';
import { UpdateDelivery } from './deliver-updates';
import { expiryOf, queueOf } from './pending-update';
import type { World } from '../world';

export interface WebhookSettings {
  readonly url: string;
  readonly secretToken: string;
  readonly maxConnections: number;
}

/** An empty allowed_updates means all types but these. */
const NOT_BY_DEFAULT = ['chat_member', 'message_reaction', 'message_reaction_count'];

const KEPT_UPDATES = 1000;

/** The bot's webhook: its settings, its last error and its pending updates. */
export class Webhook {
  settings: WebhookSettings | undefined;
  /** Empty means the default set. */
  allowedUpdates: readonly string[] = [];
  private readonly world: World;
  private readonly delivery: UpdateDelivery;
  private lastError: { readonly date: number; readonly message: string } | undefined;
  /** Goes up by one. Starts above the ids of earlier runs, because the bot remembers the ids that it has handled. */
  private lastUpdateId = Math.floor(Date.now() / 1000);
  private readonly waiting = new Set<() => void>();
  private readonly sent = new Map<number, object>();

  constructor(world: World, options: { retryDelayScale: number; onReply: (body: string) => void }) {
    this.world = world;
    this.delivery = new UpdateDelivery({
      now: world.now,
      retryDelayScale: options.retryDelayScale,
      onAcknowledged: options.onReply,
      onFailed: (message) => void (this.lastError = { date: world.seconds(), message }),
      onChange: () => this.changed(),
    });
    world.emit = (type, body, copies = 1) => {
      if (!this.isAllowed(type)) return;
      const update = { [type]: body, update_id: ++this.lastUpdateId };
      for (let copy = 0; copy < copies; copy += 1) this.push(update, () => undefined);
    };
  }

  get pending(): number {
    return this.delivery.pending;
  }

  /** Queues an update unchanged. Resolves when it was acknowledged or dropped. */
  inject(update: Readonly<Record<string, unknown>>): Promise<void> {
    return new Promise((resolve) => this.push(update, resolve));
  }

  set(settings: WebhookSettings | undefined, allowedUpdates?: readonly string[]): void {
    if (allowedUpdates) this.allowedUpdates = allowedUpdates;
    const isSame = JSON.stringify(settings) === JSON.stringify(this.settings);
    if (!isSame) this.redirect(settings);
    this.world.changed();
  }

  dropPending(): void {
    this.delivery.clear();
  }

  describe(): Record<string, unknown> {
    const { settings, lastError } = this;
    return {
      url: settings?.url ?? '',
      has_custom_certificate: false,
      pending_update_count: this.pending,
      ...(lastError && { last_error_date: lastError.date, last_error_message: lastError.message }),
      ...(settings && { max_connections: settings.maxConnections, ip_address: '127.0.0.1' }),
      ...(this.allowedUpdates.length > 0 && { allowed_updates: this.allowedUpdates }),
    };
  }

  drained(timeoutMs: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const finish = (error?: Error) => {
        clearTimeout(timer);
        this.waiting.delete(check);
        if (error) reject(error);
        else resolve();
      };
      const late = () => finish(new Error(`${this.pending} updates still pending after ${timeoutMs} ms`));
      const timer = setTimeout(late, timeoutMs);
      const check = () => {
        if (this.pending === 0) finish();
      };
      this.waiting.add(check);
      check();
    });
  }

  close(): void {
    this.delivery.close();
  }

  private redirect(settings: WebhookSettings | undefined): void {
    this.settings = settings;
    this.lastError = undefined;
    this.delivery.setTarget(settings && { ...settings, agent: agentFor(settings) });
  }

  private push(update: Readonly<Record<string, unknown>>, settled: () => void): void {
    const given = update['update_id'];
    const update_id = typeof given === 'number' ? given : ++this.lastUpdateId;
    this.lastUpdateId = Math.max(this.lastUpdateId, update_id);
    const type = Object.keys(update).find((key) => key !== 'update_id') ?? 'unknown';
    // Copy it, because the message in the chat may change before the update is delivered.
    const body = structuredClone({ ...update, update_id });
    this.keep(update_id, body);
    const content = update[type];
    const expiresAt = expiryOf(type, content, this.world.now());
    this.delivery.add({ body, queue: queueOf(type, content), expiresAt, settled });
  }

  /** One of the latest updates. */
  find(updateId: number): object | undefined {
    return this.sent.get(updateId);
  }

  private keep(updateId: number, body: object): void {
    this.sent.set(updateId, body);
    const [oldest] = this.sent.keys();
    if (this.sent.size > KEPT_UPDATES && oldest !== undefined) this.sent.delete(oldest);
  }

  /** Filters an update when it is made. A later setWebhook does not change pending ones. */
  private isAllowed(type: string): boolean {
    if (this.allowedUpdates.length === 0) return !NOT_BY_DEFAULT.includes(type);
    return this.allowedUpdates.includes(type);
  }

  private changed(): void {
    this.world.changed();
    for (const check of [...this.waiting]) check();
  }
}

function agentFor({ url, maxConnections }: WebhookSettings): http.Agent {
  const { Agent } = url.startsWith('https:') ? https : http;
  return new Agent({ keepAlive: true, maxSockets: maxConnections });
}
