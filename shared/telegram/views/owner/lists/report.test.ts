import type { Cents, OpenChannelId } from '../../../../domain/common/ids';
import { lengthOf } from '../../html';
import { viewOf } from '../..';
import { reportSamplesOf } from '../../../../../tests/samples/owner-report';

const nasty = (unit: string) => ({ title: unit.repeat(300), name: unit.repeat(150), text: '' });
const reports = (unit: string) => reportSamplesOf(nasty(unit));

it.each(['x', '&', '<b>"', '🎉', 'שלום '])('fits into a caption if all names repeat %s', (unit) => {
  const { sales_picture, export_file } = reports(unit);
  for (const message of [...sales_picture, ...export_file])
    expect(lengthOf(viewOf(message).text)).toBeLessThanOrEqual(1024);
});

const openChannelId = -1001234567890 as OpenChannelId;
const tally = (count: number, cents: number) => ({ count, cents: cents as Cents });
const figures = (sold: number, back: number) => ({
  period: 1 as const,
  revenueCents: sold as Cents,
  sales: tally(sold === 0 ? 0 : 1, sold),
  donations: tally(0, 0),
  credited: tally(0, 0),
  refunds: tally(back === 0 ? 0 : 1, back),
  newMembers: 0,
  renewals: 0,
  lostMembers: 0,
  byTier: [],
  byCoin: [],
});
const GROSS = ['Gross: $49.99', '↩️ Sent back: 1, $49.99'];

const linesOf = (message: Parameters<typeof viewOf>[0]) =>
  viewOf(message)
    .text.text.replace(/<[^>]*>/g, '')
    .split('\n');

describe.each([
  ['a sale', figures(4999, 0), '$49.99', [], ''],
  ['a sale sent back the same day', figures(4999, 4999), '$0.00', GROSS, ' (gross $49.99, sent back $49.99)'],
  [
    'a sale of an earlier day sent back',
    figures(0, 4999),
    '-$49.99',
    ['Gross: $0.00', '↩️ Sent back: 1, $49.99'],
    ' (gross $0.00, sent back $49.99)',
  ],
  [
    'half of a sale sent back',
    figures(4999, 2499),
    '$25.00',
    ['Gross: $49.99', '↩️ Sent back: 1, $24.99'],
    ' (gross $49.99, sent back $24.99)',
  ],
] as const)('%s', (_, day, net, below, inCaption) => {
  const about = { openChannelId, title: 'Alpha', role: 'owner', timeZone: 'UTC', active: 1 } as const;
  it('has a headline after refunds in /stats', () => {
    const text = linesOf({ type: 'sales_report', ...about, periods: [day] });
    const from = text.indexOf(`Today: ${net}`);
    expect(text.slice(from + 1, from + 1 + below.length)).toEqual(below);
    expect(text.filter((line) => line.startsWith('Gross'))).toHaveLength(below.length === 0 ? 0 : 1);
  });

  it('has a headline after refunds in the caption of the chart', () => {
    expect(linesOf({ type: 'sales_picture', ...about, periods: [day] })).toContain(
      `Today: ${net}${inCaption}`,
    );
  });

  it('has a headline after refunds in the digest', () => {
    const text = linesOf({
      type: 'sales_digest',
      openChannelId,
      title: 'Alpha',
      from: 0,
      until: 1,
      timeZone: 'UTC',
      sales: day.sales.count,
      salesCents: day.sales.cents,
      donations: 0,
      donationsCents: 0 as Cents,
      credited: 0,
      creditedCents: 0 as Cents,
      refunds: day.refunds.count,
      refundedCents: day.refunds.cents,
      joined: 0,
      lost: 0,
      odd: 0,
      oddWaiting: 0,
    });
    const from = text.indexOf(`Revenue: ${net}`);
    expect(text.slice(from + 1, from + 1 + below.length)).toEqual(below);
  });
});

it('names in the digest who lapsed, was removed or was turned away, in one line each', () => {
  const figures = { sales: 0, salesCents: 0 as Cents, donations: 0, donationsCents: 0 as Cents, refunds: 0 };
  const digest = {
    type: 'sales_digest',
    openChannelId,
    title: 'Alpha',
    from: 0,
    until: 1,
    timeZone: 'UTC',
  } as const;
  const counts = { joined: 0, lost: 1, odd: 0, oddWaiting: 0 };
  const dana = { userId: 1, username: 'dana' };
  const bob = { userId: 2, username: null };
  const all = { ...digest, ...figures, ...counts };
  expect(
    linesOf({
      ...all,
      lapsed: { count: 2, first: [dana, bob] },
      removed: { count: 1, first: [dana] },
      turnedAway: { count: 7, first: [bob] },
    }).slice(-3),
  ).toEqual([
    "Didn't renew: 2 – @dana and User 2",
    'Removed: 1 – @dana',
    'Turned away: 7 – User 2 and 6 more',
  ]);
  const none = { count: 0, first: [] };
  for (const quiet of [all, { ...all, lapsed: none, removed: none, turnedAway: none }])
    expect(linesOf(quiet).at(-1)).toBe('Lost members: 1');
});

it('sums the tiers and coins beyond the highest', () => {
  const { sales_report } = reports('x');
  const { text } = viewOf(sales_report.at(-1)!).text;
  expect(text).toContain('and 27 more: $26,999,999,999.73\n');
  expect(text).toContain('USDT (TRC20): $999,999,999.99, ');
  expect(text).toContain(', and 3 more: $2,999,999,999.97\n');
});

it('leaves out empty lines of a channel without sales', () => {
  const { sales_report } = reportSamplesOf({ title: 'Alpha', name: 'Gold', text: '' });
  const [first] = sales_report;
  expect(viewOf(first!).text.text.split('\n').slice(3, 6)).toEqual([
    '<b>Today: $0.00</b>',
    '👥 New: 0 · Renewed: 0 · Lost: 0',
    '',
  ]);
});
