import fc from 'fast-check';
import type { Fault as NowpaymentsFault } from '../../playground/nowpayments/index';
import type { Fault as TelegramFault } from '../../playground/telegram/index';

/** The function that is killed, and how long after the start of the round. */
export interface Crash {
  readonly target: 'worker' | 'paymentIpn' | 'telegramWebhook';
  readonly afterMs: number;
  /** Telegram never answers, before or after it performed the call, so that the worker dies in the middle of a call. */
  readonly hangs: 'not' | 'before' | 'after';
}

/** The faults of one round. They hit all buyers alike. */
export interface RoundFaults {
  /** A Postgres interval; `null`: no time passes. */
  readonly clock: string | null;
  readonly telegram: TelegramFault | null;
  readonly nowpayments: NowpaymentsFault | null;
  readonly crash: Crash | null;
  /** When the worker is called: during the actions of the round, after them, both, or not in this round. */
  readonly worker: 'after' | 'during' | 'both' | 'never';
  /** The worker asks about coins while all act, as after the scheduler's call. */
  readonly asks: boolean;
}

// Only methods that the worker calls. The webhook's own calls answer taps, and losing one would only cost time.
const METHODS = [
  'sendMessage',
  'createChatInviteLink',
  'getChatMember',
  'approveChatJoinRequest',
  'declineChatJoinRequest',
  'unbanChatMember',
  'revokeChatInviteLink',
] as const;

const times = fc.integer({ min: 1, max: 12 });
const afterPerforming = fc.boolean();

/** A 429, a 500 or a broken connection, before or after the call was performed. For a Telegram that never answers see `Crash`. */
const telegramFault: fc.Arbitrary<TelegramFault> = fc.oneof(
  fc.record({
    method: fc.constantFrom(...METHODS),
    kind: fc.constant('error' as const),
    retryAfter: fc.integer({ min: 1, max: 120 }),
    times,
  }),
  fc.record({
    method: fc.constantFrom(...METHODS),
    kind: fc.constant('error' as const),
    status: fc.constant(500),
    afterPerforming,
    times,
  }),
  fc.record({
    method: fc.constantFrom(...METHODS),
    kind: fc.constant('drop' as const),
    afterPerforming,
    times,
  }),
);

const path = fc.constantFrom('/v1/invoice', '/v1/payment', '/v1/min-amount', '/v1/auth');
const nowpaymentsFault: fc.Arbitrary<NowpaymentsFault> = fc.oneof(
  fc.record({
    path,
    kind: fc.constant('error' as const),
    status: fc.constantFrom(429, 500, 503),
    afterPerforming,
    times,
  }),
  fc.record({ path, kind: fc.constantFrom('html' as const, 'drop' as const), afterPerforming, times }),
);

const crash: fc.Arbitrary<Crash> = fc.record({
  target: fc.oneof(
    { arbitrary: fc.constant('worker' as const), weight: 5 },
    { arbitrary: fc.constant('paymentIpn' as const), weight: 3 },
    { arbitrary: fc.constant('telegramWebhook' as const), weight: 1 },
  ),
  afterMs: fc.nat(120),
  hangs: fc.constantFrom('not', 'before', 'after'),
});

const CLOCK = [
  '61 seconds',
  '3 minutes',
  '2 hours',
  '25 hours',
  '3 days',
  '8 days',
  '26 days',
  '31 days',
  '40 days',
];

export const roundFaults: fc.Arbitrary<RoundFaults> = fc.record({
  clock: fc.option(fc.constantFrom(...CLOCK), { nil: null, freq: 2 }),
  telegram: fc.oneof({ withCrossShrink: true }, { arbitrary: fc.constant(null), weight: 9 }, telegramFault),
  nowpayments: fc.oneof(
    { withCrossShrink: true },
    { arbitrary: fc.constant(null), weight: 11 },
    nowpaymentsFault,
  ),
  crash: fc.oneof({ withCrossShrink: true }, { arbitrary: fc.constant(null), weight: 11 }, crash),
  worker: fc.oneof(
    { withCrossShrink: true },
    { arbitrary: fc.constant('after' as const), weight: 5 },
    { arbitrary: fc.constant('during' as const), weight: 1 },
    { arbitrary: fc.constant('both' as const), weight: 3 },
    { arbitrary: fc.constant('never' as const), weight: 1 },
  ),
  asks: fc.oneof({ withCrossShrink: true }, { arbitrary: fc.constant(false), weight: 9 }, fc.constant(true)),
});
