import type { ChatType } from './types';
import { tooManyRequests, type ApiError } from './wire/errors';

/** How many tokens fit in a bucket, and how many it gains per second. */
interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

/**
 * Telegram gives rough numbers (core.telegram.org/bots/faq): about one message per second in a chat with short bursts, 20
 * per minute in a group or channel, 30 per second in total. Edits count separately: about 20 per minute in groups and
 * channels (grammy.dev/advanced/flood). In a private chat, a user who taps a keypad is not limited, even at five taps per
 * second for a few seconds.
 */
const RATES = {
  all: { burst: 30, perSecond: 30 },
  private: { send: { burst: 10, perSecond: 1 }, edit: { burst: 30, perSecond: 2 } },
  shared: { send: { burst: 20, perSecond: 20 / 60 }, edit: { burst: 20, perSecond: 20 / 60 } },
} as const;

/** Tolerance, because thirds of a token do not add up to exactly one. */
const ROUNDING = 1e-6;

interface Bucket {
  tokens: number;
  filledAt: number;
}

/** Token buckets that answer 429 when they are empty. They fill by the given clock, however fast it runs. */
export class Limits {
  /** The number of 429 answers. */
  refusals = 0;
  private readonly buckets = new Map<string, Bucket>();
  private readonly now: () => number;
  private readonly enabled: boolean;
  private nextSetWebhookAt = 0;

  constructor(enabled: boolean, now: () => number = () => performance.now()) {
    this.enabled = enabled;
    this.now = now;
  }

  /** Counts one message or edit. Throws 429 and counts nothing if a bucket is empty. */
  spend(chat: { readonly id: number; readonly type: ChatType }, what: 'send' | 'edit'): void {
    if (!this.enabled) return;
    const rate = RATES[chat.type === 'private' ? 'private' : 'shared'][what];
    const own = this.fill(`${what}:${chat.id}`, rate);
    const all = this.fill('all', RATES.all);
    const waitSeconds = Math.max(secondsUntilToken(own, rate), secondsUntilToken(all, RATES.all));
    if (waitSeconds > 0) throw this.refusal(Math.ceil(waitSeconds - ROUNDING));
    own.tokens -= 1;
    all.tokens -= 1;
  }

  /** Allows setWebhook with a URL once per second. */
  spendSetWebhook(): void {
    if (!this.enabled) return;
    if (this.now() < this.nextSetWebhookAt) throw this.refusal(1);
    this.nextSetWebhookAt = this.now() + 1000;
  }

  private refusal(waitSeconds: number): ApiError {
    this.refusals += 1;
    return tooManyRequests(waitSeconds);
  }

  private fill(key: string, rate: Rate): Bucket {
    const now = this.now();
    const bucket = this.buckets.get(key) ?? { tokens: rate.burst, filledAt: now };
    const elapsedMs = Math.max(0, now - bucket.filledAt);
    bucket.tokens = Math.min(rate.burst, bucket.tokens + (elapsedMs / 1000) * rate.perSecond);
    bucket.filledAt = now;
    this.buckets.set(key, bucket);
    return bucket;
  }
}

function secondsUntilToken(bucket: Bucket, rate: Rate): number {
  const missing = 1 - bucket.tokens;
  return missing > ROUNDING ? missing / rate.perSecond : 0;
}
