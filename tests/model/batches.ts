import fc from 'fast-check';
import { deed, order } from './actions';
import type { Story } from './buyer-run';
import type { Batch } from './play';
import { weather } from './faults';
import { Wrong } from './wrong';

export const MOST_LANES = Number(process.env['MODEL_LANES'] ?? 32);
const MOST_DEEDS = 10;

const story: fc.Arbitrary<Story> = fc.record({
  first: order,
  deeds: fc.array(deed, { minLength: 4, maxLength: MOST_DEEDS - 1 }),
  graceHours: fc.constantFrom(24, 0, 72),
  tolerancePercent: fc.constantFrom(1, 0, 5),
});

export const batch: fc.Arbitrary<Batch> = fc.record({
  weather: fc.array(weather, { minLength: MOST_DEEDS, maxLength: MOST_DEEDS }),
  stories: fc.array(story, { minLength: 1, maxLength: MOST_LANES, size: 'max' }),
});

/** The stories of a batch with which something was wrong: the others are those of other buyers. */
export function blamed({ weather, stories }: Batch, error: unknown): Batch {
  const blame = error instanceof Wrong ? error.stories : [];
  return blame.length === 0
    ? { weather, stories }
    : { weather, stories: stories.filter((_, at) => blame.includes(at)) };
}

/** Without these the sequences would say little. Each comes about in a thousand of them dozens of times, or nearly so. */
export const MUST_OCCUR = [
  'buyer in',
  'buyer left',
  'stranger joins',
  'crash of worker',
  'crash of worker in a call',
  'crash of paymentIpn',
  'decide accept by owner',
  'decide refund by owner',
  'order cancelled',
  'order refunded',
  'payment settled late',
  'payment settled over',
  'payment settled partial',
  'payment parked partial',
  'payment parked repeated',
  'payment parked wrong_asset',
  'payment credited repeated',
  'payment refunded none',
  'extension credited',
  'extension own revoked',
];
