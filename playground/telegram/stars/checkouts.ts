import { randomInt } from 'node:crypto';
import { describeUser } from '../describe';
import { badRequest } from '../wire/errors';
import type { World } from '../world';
import type { Schedule } from './schedule';
import type { StarUpdates } from './star-updates';
import type { InvoiceTerms, PayOutcome } from './star-types';

/** How long the bot may think about a payment. https://core.telegram.org/bots/api#answerprecheckoutquery */
const DEADLINE_MS = 10_000;

type Answer = { readonly state: 'ok' } | Extract<PayOutcome, { state: 'refused' | 'timed_out' }>;

interface Open {
  readonly expiresAt: number;
  readonly resolve: (answer: Answer) => void;
}

interface CheckoutParts {
  readonly world: World;
  readonly schedule: Schedule;
  readonly updates: StarUpdates;
}

/** The pre-checkout queries that wait for an answer. */
export class Checkouts {
  private readonly parts: CheckoutParts;
  private readonly open = new Map<string, Open>();

  constructor(parts: CheckoutParts) {
    this.parts = parts;
  }

  /** Asks the bot whether a user may pay. Silence is a no. */
  ask(userId: number, terms: InvoiceTerms): Promise<Answer> {
    const { world, schedule, updates } = this.parts;
    const id = `${randomInt(10 ** 8, 10 ** 9)}${randomInt(10 ** 8, 10 ** 9)}`;
    const expiresAt = world.now() + DEADLINE_MS;
    const answer = new Promise<Answer>((resolve) => {
      const cancel = schedule.add(expiresAt, () => this.expire(id));
      const finish = (given: Answer) => {
        cancel();
        resolve(given);
      };
      this.open.set(id, { expiresAt, resolve: finish });
    });
    updates.emit('pre_checkout_query', {
      id,
      from: describeUser(world, world.getUser(userId)),
      currency: 'XTR',
      total_amount: terms.amount,
      invoice_payload: terms.payload,
    });
    return answer;
  }

  /** Answers a query once. Throws Telegram's error for a late, unknown or answered one. */
  answer(id: string, answer: Extract<Answer, { state: 'ok' | 'refused' }>): void {
    const query = this.open.get(id);
    if (query && query.expiresAt <= this.parts.world.now()) this.expire(id);
    if (!this.open.delete(id))
      throw badRequest('query is too old and response timeout expired or query ID is invalid');
    query?.resolve(answer);
  }

  close(): void {
    for (const id of [...this.open.keys()]) this.expire(id);
  }

  private expire(id: string): void {
    const query = this.open.get(id);
    this.open.delete(id);
    query?.resolve({ state: 'timed_out' });
  }
}
