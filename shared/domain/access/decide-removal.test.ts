import { decideRemoval, kickMayLandForMs, removalsPerHour } from './decide-removal';
import { HOUR_MS } from '../common/time';

const END = 1_000 * HOUR_MS;
const access = {
  paidUntil: END as number | null,
  removingSince: null as number | null,
  graceHours: 24,
  removals: 'on' as 'on' | 'dry_run' | 'off',
  now: END + 24 * HOUR_MS,
  isOpen: true,
  others: null as { readonly until: number; readonly staysUntil: number } | null,
};
type Change = Partial<typeof access>;

it.each<[string, Change, ReturnType<typeof decideRemoval>]>([
  ['removes at the end of grace', {}, { type: 'remove' }],
  ['waits for the end of grace', { now: END + 23 * HOUR_MS }, { type: 'wait', seconds: 3600 }],
  [
    'waits for the current length of grace, a day at a time',
    { graceHours: 72 },
    { type: 'wait', seconds: 24 * 3600 },
  ],
  ['removes at once if the channel has no grace', { graceHours: 0, now: END }, { type: 'remove' }],
  ['does nothing after a renewal', { paidUntil: END + 1 }, { type: 'outdated' }],
  ['leaves a refund to its own promise', { paidUntil: null }, { type: 'outdated' }],
  [
    'restores a member who renewed while being removed',
    { paidUntil: END + 1, removingSince: END },
    { type: 'restore' },
  ],
  ['continues a removal that was begun', { removingSince: END }, { type: 'remove' }],
  [
    'leaves a place that another offer opens to that offer',
    { others: { until: END + 25 * HOUR_MS, staysUntil: END + 49 * HOUR_MS } },
    { type: 'outdated' },
  ],
  [
    'restores a member that another offer let in while they were being removed',
    { others: { until: END + 25 * HOUR_MS, staysUntil: END + 49 * HOUR_MS }, removingSince: END },
    { type: 'restore' },
  ],
  ...[null, END].map(
    (removingSince) =>
      [
        'waits for the grace of another offer that has ended',
        { others: { until: END, staysUntil: END + 25 * HOUR_MS }, removingSince },
        { type: 'wait', seconds: 3600 },
      ] satisfies [string, Change, ReturnType<typeof decideRemoval>],
  ),
  [
    'removes a member whose other offer has ended, too',
    { others: { until: END - 1, staysUntil: END } },
    { type: 'remove' },
  ],
  [
    'removes from a place that the offer lost, whatever is paid for',
    { isOpen: false, paidUntil: END + 1, now: 0 },
    { type: 'remove' },
  ],
  ['removes nobody if removals are off', { removals: 'off' }, { type: 'wait', seconds: 24 * 3600 }],
  ['records a dry run', { removals: 'dry_run' }, { type: 'dry_run', seconds: 6 * 3600 }],
])('%s', (_what, change, step) => {
  expect(decideRemoval({ paidUntil: END }, { ...access, ...change })).toEqual(step);
});

it('removes at once after a refund', () => {
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
])('lets a channel of %d members lose %d an hour', (members, most) => {
  expect(removalsPerHour(members)).toBe(most);
});

it('waits a minute for a removal whose answer was lost', () => {
  expect(kickMayLandForMs({ removingSince: 10_000, now: 30_000 })).toBe(40_000);
  expect(kickMayLandForMs({ removingSince: null, now: 30_000 })).toBe(0);
});
