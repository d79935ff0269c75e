import fc from 'fast-check';
import { CLAIMS } from './check-figures';
import { action, donate, order } from './generate-actions';
import type { Story } from './buyer-run';
import type { Batch } from './play';
import { roundFaults } from './faults';
import { Violation } from './wrong';

export const MOST_BUYERS = Number(process.env['MODEL_BUYERS'] ?? 32);
const MOST_ACTIONS = 10;

const story: fc.Arbitrary<Story> = fc.record({
  first: fc.oneof(
    { withCrossShrink: true },
    { arbitrary: order, weight: 3 },
    { arbitrary: donate, weight: 1 },
  ),
  actions: fc.array(action, { minLength: 4, maxLength: MOST_ACTIONS - 1 }),
  graceHours: fc.constantFrom(24, 0, 72),
  tolerancePercent: fc.constantFrom(1, 0, 5),
});

export const batch: fc.Arbitrary<Batch> = fc.record({
  known: fc.constantFrom('all', 'dear', 'none'),
  faults: fc.array(roundFaults, { minLength: MOST_ACTIONS, maxLength: MOST_ACTIONS }),
  stories: fc.array(story, { minLength: 1, maxLength: MOST_BUYERS, size: 'max' }),
});

/** A batch with only the stories that failed, or the whole batch if that is unknown. */
export function failingStories({ stories, ...rest }: Batch, error: unknown): Batch {
  const blame = error instanceof Violation ? error.stories : [];
  return blame.length === 0
    ? { ...rest, stories }
    : { ...rest, stories: stories.filter((_, at) => blame.includes(at)) };
}

/** A full run must contain these, or it proves little. Each occurs about dozens of times in a thousand sequences. */
export const MUST_OCCUR = [
  // Few sequences end a subscription beside a part of its renewal, so `money-words.test.ts` has that reminder.
  ...CLAIMS.filter(([what]) => what !== 'reminder').map(([what]) => `told ${what}`),
  'buyer in',
  'coins asked',
  'buyer left',
  'stranger joins',
  'crash of worker',
  'crash of worker in a call',
  'crash of paymentIpn',
  'decide accept by owner',
  'decide refund by owner',
  'decide nothing by owner',
  'donation settled',
  'minimums of dear',
  'pay hanging',
  'pay unknown_worth',
  'reprice 80',
  'value',
  'order holds money',
  'payment credited typed',
  'order cancelled',
  'order refunded',
  'payment settled late',
  'payment settled over',
  'payment settled partial',
  'payment parked partial',
  'payment parked repeated',
  'payment parked wrong_asset',
  'payment parked other_payer',
  'payment parked closed',
  'refund stars by telegram',
  'refund stars by owner',
  'refund stars by store',
  'pay stars by buyer for open, untold',
  'settled in Stars',
  'paid in both',
  'payment credited repeated',
  'payment refunded none',
  'extension credited',
  'extension own revoked',
];
