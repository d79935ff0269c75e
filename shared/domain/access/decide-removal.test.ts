import { decideRemoval, kickMayLandForMs, removalsPerHour } from './decide-removal';
import { HOUR_MS } from '../common/time';

const END = 1_000 * HOUR_MS;
const access = {
  paidUntil: END as number | null,
  removingSince: null as number | null,
  graceHours: 24,
  removals: 'on' as 'on' | 'dry_run' | 'off',
  now: END + 24 * HOUR_MS,
};
type Change = Partial<typeof access>;

it.each<[string, Change, ReturnType<typeof decideRemoval>]>([
  ['removes at the end of grace', {}, { type: 'remove' }],
  ['waits for it', { now: END + 23 * HOUR_MS }, { type: 'wait', seconds: 3600 }],
  [
    'waits as long as the owner says now, and looks again each day',
    { graceHours: 72 },
    { type: 'wait', seconds: 24 * 3600 },
  ],
  ['knows channels without grace', { graceHours: 0, now: END }, { type: 'remove' }],
  ['leaves a renewal alone', { paidUntil: END + 1 }, { type: 'outdated' }],
  ['leaves a refund to the promise that came with it', { paidUntil: null }, { type: 'outdated' }],
  [
    'looks after who was renewed while being removed',
    { paidUntil: END + 1, removingSince: END },
    { type: 'heal' },
  ],
  ['goes on with what it began', { removingSince: END }, { type: 'remove' }],
  ['removes nobody where that is switched off', { removals: 'off' }, { type: 'wait', seconds: 24 * 3600 }],
  ['only says who it would be', { removals: 'dry_run' }, { type: 'dry_run', seconds: 6 * 3600 }],
])('%s', (_what, change, step) => {
  expect(decideRemoval({ paidUntil: END }, { ...access, ...change })).toEqual(step);
});

it('removes at once what was sent back', () => {
  expect(decideRemoval({ paidUntil: null }, { ...access, paidUntil: null, now: 0 })).toEqual({
    type: 'remove',
  });
});

it.each([
  [0, 5],
  [50, 5],
  [59, 5],
  [60, 6],
  [10_000, 1_000],
])('lets %d members lose %d an hour', (members, most) => {
  expect(removalsPerHour(members)).toBe(most);
});

it('waits a minute for a kick whose answer was lost', () => {
  expect(kickMayLandForMs({ removingSince: 10_000, now: 30_000 })).toBe(40_000);
  expect(kickMayLandForMs({ removingSince: null, now: 30_000 })).toBe(0);
});
