import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseUpdate } from '../shared/telegram/update';
import { routeUpdate } from '../shared/telegram/route-update';
import { isPayment, parseIpn } from '../shared/nowpayments/ipn';
import { parseOrderId } from '../shared/domain/payments/order-id';
import { buildServer } from './build-servers';
import { parseOptions } from './options';
import { missedReport, table } from './report';
import { recordedStatement } from './servers/recorded-statement';
import { finishedIpn, KEYPADS, keypadAt, referenceAt, tapUpdate } from './requests';
import { formatSpread, judgeAim, median, pairedRatios, percentile, spreadOf } from './statistics';

test.each([
  [[3], 3],
  [[9, 1, 5], 5],
  [[10, 2, 4, 8], 6],
])('the median of %p is %p', (values, expected) => expect(median(values)).toBe(expected));

it('takes a percentile that is one of the values', () => {
  const values = Array.from({ length: 200 }, (_, index) => 200 - index);
  expect([0.5, 0.99, 1].map((share) => percentile(values, share))).toEqual([100, 198, 200]);
});

it('has no median of nothing', () => expect(() => median([])).toThrow(RangeError));

it('takes ratios round by round, so that a slow round affects both sides', () => {
  expect(pairedRatios([80, 40, 90], [100, 50, 100])).toEqual({ median: 0.8, min: 0.8, max: 0.9 });
  expect(() => pairedRatios([1], [])).toThrow(RangeError);
});

it('writes a spread as median (min–max), with a dash for a missing number', () => {
  expect(formatSpread(spreadOf([412.4, 398, 430]))).toBe('412 (398–430)');
  expect(formatSpread({ median: 0.756, min: Number.NaN, max: 1 }, 2)).toBe('0.76 (––1.00)');
});

test.each([
  [0.83, { atLeast: 0.8 }, 'met (≥ 0.8)'],
  [0.7, { atLeast: 0.8 }, 'missed by 0.10 (≥ 0.8)'],
  [1.3, { atMost: 1.25 }, 'missed by 0.05 (≤ 1.25)'],
  [12, { atMost: 40 }, 'met (≤ 40)'],
])('%p against %p is %p', (value, aim, expected) => expect(judgeAim(value, aim)).toBe(expected));

it('aligns the columns of a table', () => {
  expect(table(['a', 'long'], [['wide cell', '1']])).toBe(
    '| a         | long |\n| --------- | ---- |\n| wide cell | 1    |',
  );
});

it('lists exactly the aims that are missed', () => {
  const missed = '## Start\n\n| health | 1.50 | missed by 0.25 (≤ 1.25) |\n| worker | 1.20 | met (≤ 1.25) |';
  expect(missedReport([missed])).toContain('- Start: health, missed by 0.25 (≤ 1.25)');
  expect(missedReport([missed])).not.toContain('worker');
  expect(missedReport(['## Start'])).toContain('Every aim is met.');
});

it('makes valid, different taps, each on the keypad of its user', () => {
  const indexes = [0, 1, KEYPADS - 1, KEYPADS, 2 * KEYPADS + 7];
  const intents = indexes.map((index) => routeUpdate(parseUpdate(tapUpdate(index))!, 'TestBot'));
  expect(intents.map((intent) => intent.type === 'tap' && intent.key)).toEqual([
    '5',
    '5',
    '5',
    'backspace',
    '5',
  ]);
  intents.forEach((intent, i) => {
    const { userId, messageId } = keypadAt(indexes[i]! % KEYPADS);
    expect(intent).toMatchObject({ button: { chatId: userId, messageId }, user: { id: userId } });
  });
  expect(new Set(indexes.map((index) => tapUpdate(index).update_id)).size).toBe(indexes.length);
});

it('makes IPNs that finish the order with the same number', () => {
  const ipn = parseIpn(finishedIpn(41));
  if (!isPayment(ipn)) throw new Error('not a payment');
  expect(ipn).toMatchObject({ paymentStatus: 'finished', priceAmount: '25', priceCurrency: 'usd' });
  expect(parseOrderId(ipn.orderId!).reference).toBe(referenceAt(41));
});

it('measures every part unless `--only` names a known one', () => {
  expect(parseOptions([]).parts).toEqual(['tap', 'ipn', 'strangers', 'posts', 'start']);
  expect(parseOptions(['--only', 'ipn']).parts).toEqual(['ipn']);
  expect(parseOptions(['--only', 'throughput']).parts).toEqual(['tap', 'ipn']);
  expect(parseOptions(['--only', 'scale', '--quick'])).toMatchObject({ parts: ['scale'], orders: 200_000 });
  expect(parseOptions(['--only', 'drain', '--promises', '70']).promises).toBe(70);
  expect(parseOptions(['--only', 'places', '--members', '70'])).toMatchObject({
    parts: ['places'],
    members: 70,
  });
  expect(parseOptions(['--only', 'places']).members).toBe(10_000);
  expect(parseOptions(['--only', 'pre-checkout', '--queries', '70'])).toMatchObject({
    parts: ['pre-checkout'],
    queries: 70,
  });
  expect(parseOptions(['--before', '/tmp/x/dist']).before).toBe('/tmp/x/dist');
  expect(() => parseOptions(['--only', 'scale', '--orders', 'all'])).toThrow('--orders takes a number');
  expect(() => parseOptions(['--only', 'speed'])).toThrow('--only takes one of');
  expect(parseOptions([]).starts.rounds).toBeGreaterThanOrEqual(7);
});

it.each(['floor-tap', 'plain-tap'])('gives %s the catalog that its keypad is worded from', async (name) => {
  const folder = await mkdtemp(join(tmpdir(), `${name}-`));
  await buildServer(name, folder);
  expect(existsSync(join(folder, 'locales/en/donations.ftl'))).toBe(true);
  await rm(folder, { recursive: true });
});

describe('a recorded statement', () => {
  const sample = { id: 'sample', reason: null, tags: ['a sample b'] };
  const slots = new Map([['sample', ({ id }: { id: string }) => id]]);
  const recorded = () =>
    recordedStatement(
      (database) =>
        database.query(
          (sql) => sql`select ${sample.id}, ${1}, ${sql.json(sample)} where ${sql`id = ${sample.id}`}`,
        ),
      slots,
    );

  it('is sent as the same text, with the values of the request in the places of the sample’s', async () => {
    const sent: unknown[] = [];
    const sql = {
      unsafe: async (...call: unknown[]) => sent.push(...call),
      json: (value: unknown) => ({ json: value }),
    };
    await (
      await recorded()
    )(sql as never, { id: 'r1' });
    const json = { id: 'r1', reason: null, tags: ['a r1 b'] };
    expect(sent).toEqual(['select $1, $2, $3 where id = $4', ['r1', 1, { json }, 'r1'], { prepare: true }]);
  });
});
