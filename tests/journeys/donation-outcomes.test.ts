import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Fault, Scenario } from '../../playground/nowpayments/index';
import { runFunction } from '../../playground/run-function';
import { freezeClock, thawClock } from './support/freeze-clock';
import { askFor, receivedInvoice, waitForMessage, writtenTo } from './support/chat';
import { confirmDonation, newDonor } from './support/people';
import { callWorker, ordersOf, quiet } from './support/work';
import { type Donor, OWNER, useWorld } from '../worlds/journey';

const world = useWorld({
  nowpayments: { minimumUsdCents: 1190 },
  environment: { NOWPAYMENTS_PAYOUT_CURRENCY: 'usdttrc20' },
});
afterEach(async () => {
  world.nowpayments.clearFaults();
  await thawClock(world.database);
});

/** Every message about a payment, recognized by some of its words. */
const WORDS = {
  donor: {
    seen: /I see your payment of .*The network is confirming it/,
    'thanks, over': /Thank you! \$30.00 to Alpha Signals has arrived\.\nThat's \$5.00 more than you planned/,
    thanks: /Thank you! \$25.00 to Alpha Signals has arrived\.$/,
    'thanks, short': /Thank you! \$(?:24.25|2.50) to Alpha Signals has arrived\.$/,
    'thanks, more': /Thank you! (?:Another )?\$24.97 to Alpha Signals has arrived\.$/,
    'failed with money': /25 USDT \(TRC20\) arrived, but then the payment failed/,
    'other coin': /[\d.]+ TRX arrived, but the invoice asked for another coin/,
    expired: /This invoice expired unpaid/,
    refunded: /Your payment of 25 USDT \(TRC20\) was refunded/,
  },
  owner: {
    donation: /^💝 \$.* from @donor_\d+\./,
    failed: /A payment failed after the money was sent/,
    'other coin': /A payment arrived in another coin/,
    refunded: /A payment was refunded/,
  },
} as const;
type Words<Who extends keyof typeof WORDS> = keyof (typeof WORDS)[Who];

/**
 * The messages to donor and owner, as they read in the end, by their names in `WORDS`. An unknown text is shown as it is.
 */
function messagesAbout(donor: Donor) {
  const named = (who: keyof typeof WORDS, texts: readonly string[]) =>
    texts.map((text) => Object.entries(WORDS[who]).find(([, words]) => words.test(text))?.[0] ?? text).sort();
  const texts = (chatId: number) => writtenTo(world, chatId).map(({ text }) => text);
  const flow = /Your invoice is on its way|Tap Pay now/;
  return {
    donor: named(
      'donor',
      texts(donor.id).filter((text) => !flow.test(text)),
    ),
    owner: named(
      'owner',
      texts(OWNER).filter((text) => text.includes(`@donor_${donor.id}`)),
    ),
  };
}

interface Outcome {
  readonly donor: readonly Words<'donor'>[];
  /** What the donor was told before the money was there, although later news may have replaced it in its message. */
  readonly onItsWay: readonly ('seen' | 'expired')[];
  readonly owner: readonly Words<'owner'>[];
  readonly order: string;
  readonly payments: readonly string[];
}

const SEEN = { onItsWay: ['seen'] } as const;
const SETTLED = { ...SEEN, donor: ['thanks'], owner: ['donation'], order: 'settled' } as const;

const OUTCOMES: Readonly<Record<Exclude<Scenario, 'ipn_dropped'>, Outcome>> = {
  exact: { ...SETTLED, payments: ['finished settled none'] },
  ipn_duplicated: { ...SETTLED, payments: ['finished settled none'] },
  ipn_reordered: { ...SETTLED, onItsWay: [], payments: ['finished settled none'] },
  over: { ...SETTLED, donor: ['thanks, over'], payments: ['finished settled none'] },
  late: { ...SETTLED, onItsWay: ['expired'], payments: ['finished settled none'] },
  twice: {
    ...SETTLED,
    donor: ['thanks', 'thanks, more'],
    owner: ['donation', 'donation'],
    payments: ['finished settled none', 'finished credited repeated'],
  },
  refund: {
    ...SEEN,
    donor: ['refunded', 'thanks'],
    owner: ['donation', 'refunded'],
    order: 'refunded',
    payments: ['refunded refunded none'],
  },
  partial: {
    ...SETTLED,
    donor: ['thanks, short'],
    payments: ['partially_paid settled none'],
  },
  underpaid: {
    ...SETTLED,
    donor: ['thanks, short'],
    payments: ['partially_paid settled none'],
  },
  wrong_coin: {
    ...SETTLED,
    donor: ['thanks, more'],
    payments: ['waiting pending none', 'partially_paid settled wrong_asset'],
  },
  unknown_worth: {
    ...SEEN,
    donor: ['other coin'],
    owner: ['other coin'],
    order: 'open',
    payments: ['waiting pending none', 'partially_paid parked wrong_asset'],
  },
  hanging: { ...SEEN, donor: ['seen'], owner: [], order: 'open', payments: ['confirmed pending none'] },
  failed: {
    ...SEEN,
    donor: ['failed with money'],
    owner: ['failed'],
    order: 'open',
    payments: ['failed parked partial'],
  },
  expired: {
    donor: ['expired'],
    onItsWay: ['expired'],
    owner: [],
    order: 'open',
    payments: ['expired expired none'],
  },
  waiting: { donor: [], onItsWay: [], owner: [], order: 'open', payments: ['waiting pending none'] },
};

it.each(Object.entries(OUTCOMES))(
  'rule 2: tells donor and owner where the money is after the scenario “%s”',
  async (scenario, outcome) => {
    const donor = newDonor(world);
    const { invoiceId, reference } = await askFor(world, donor);
    await world.nowpayments.pay(invoiceId, { scenario: scenario as Scenario, coin: 'usdttrc20' });
    await world.nowpayments.settled();
    await quiet(world);
    const payments = await world.database<{ is: string }[]>`
    select payment_status || ' ' || standing || ' ' || exception as is from payments
    where order_reference = ${reference} order by parent_payment_id nulls first`;
    const [order] = await ordersOf(world, donor);
    const onItsWay = await world.database<{ news: string }[]>`
      select payload #>> '{message,news}' as news from outbox where order_reference = ${reference}
        and payload #>> '{message,news}' in ('seen', 'expired') and (payload ->> 'chatId')::bigint = ${donor.id}
      order by outbox_id`;
    const known = {
      ...messagesAbout(donor),
      onItsWay: onItsWay.map(({ news }) => news),
      order: order?.state,
      payments: payments.map(({ is }) => is),
    };
    expect(known).toEqual(outcome);
  },
);

const DOWN: readonly [string, Fault][] = [
  ['answers 500', { kind: 'error', status: 500 }],
  ['answers 429', { kind: 'error', status: 429, code: 'TOO_MANY_REQUESTS' }],
  ['answers 403, which is our own misconfiguration', { kind: 'error', status: 403, code: 'INVALID_API_KEY' }],
  ['answers in HTML', { kind: 'html', status: 520 }],
  ['hangs up', { kind: 'drop' }],
  ['says nothing', { kind: 'timeout', times: 1 }],
];

it.each(DOWN)('sends the invoice later if NOWPayments %s, announcing the delay once', async (_, fault) => {
  world.nowpayments.fault({ path: '/v1/invoice', ...fault });
  const donor = await confirmDonation(world, '25');
  await waitForMessage(world, donor.id, /longer than usual[^]*\$25\.00/);
  await world.moveClock('10 minutes');
  await world.tick();
  world.nowpayments.clearFaults();
  await world.moveClock('10 minutes');
  await world.tick();
  await receivedInvoice(world, donor);
  const delayed = world.telegram.calls.filter(
    ({ ok, payload }) =>
      ok && payload['chat_id'] === donor.id && /longer than usual/.test(String(payload['text'])),
  );
  expect(delayed).toHaveLength(1);
  expect(writtenTo(world, donor.id)).toHaveLength(1);
  expect(await ordersOf(world, donor)).toMatchObject([{ state: 'open' }]);
});

it('waits exactly as long as Retry-After of NOWPayments asks', async () => {
  const busy = createServer((_, response) => response.writeHead(429, { 'retry-after': '300' }).end('{}'));
  await once(busy.listen(0, '127.0.0.1'), 'listening');
  await world.functions.worker.stop();
  const port = Number(new URL(world.functions.worker.url).port);
  const NOWPAYMENTS_API_URL = `http://127.0.0.1:${(busy.address() as AddressInfo).port}/v1`;
  const environment = { ...world.environment('worker'), NOWPAYMENTS_API_URL };
  const worker = await runFunction({ target: 'worker', folder: 'worker', port, environment });
  await freezeClock(world.database);
  const donor = await confirmDonation(world, '25');
  await waitForMessage(world, donor.id, /is taking longer than usual/);
  await worker.stop();
  busy.close();
  await world.functions.worker.start();
  await world.moveClock('299 seconds');
  await callWorker(world, world.functions.worker.url);
  expect(writtenTo(world, donor.id).filter(({ text }) => text.includes('Tap Pay now'))).toEqual([]);
  await world.moveClock('1 second');
  await world.tick();
  await receivedInvoice(world, donor);
});

it.each<[string, Fault, string, RegExp]>([
  [
    'if NOWPayments refuses it',
    { kind: 'error', status: 400, code: 'BAD_REQUEST' },
    '0 seconds',
    /Try again in an hour/,
  ],
  [
    'if NOWPayments refuses it in plain text',
    { kind: 'text', status: 400 },
    '0 seconds',
    /Try again in an hour/,
  ],
  ['after three days without one', { kind: 'error', status: 500 }, '73 hours', /You can try again now/],
])('tells the donor in plain words that there is no invoice, %s', async (_, fault, later, next) => {
  world.nowpayments.fault({ path: '/v1/invoice', ...fault });
  const donor = await confirmDonation(world, '25');
  await waitForMessage(world, donor.id, /longer than usual|couldn't create/);
  await world.moveClock(later);
  await world.tick();
  const { text } = await waitForMessage(world, donor.id, /couldn't create your/);
  expect(text).toMatch(/couldn't create your \$25\.00 invoice[^]*Nothing was charged\./);
  expect(text).toMatch(next);
  expect(text).not.toMatch(/[45]00|BAD_REQUEST|nowpayments/i);
  expect(await ordersOf(world, donor)).toMatchObject([{ state: 'refused' }]);
});
