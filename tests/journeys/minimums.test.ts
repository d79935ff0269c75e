import { openKeypad, receivedInvoice, tap, type, waitForMessage, writtenTo } from './support/chat';
import { eventually } from './support/eventually';
import { confirmDonation, newDonor } from './support/people';
import { OPEN, OWNER, useWorld } from '../worlds/journey';

// The real limit isn't published. A second request within a second was seen to get a 429.
const world = useWorld({
  nowpayments: { isStrict: true, coins: ['xrp', 'trx', 'btc'] },
  environment: { NOWPAYMENTS_PAYOUT_CURRENCY: 'usdttrc20' },
});

const minimums = async () => {
  const rows = await world.database<{ coin: string; cents: number | null }[]>`
    select coin, cents::int as cents from minimums where is_on order by coin`;
  return Object.fromEntries(rows.map(({ coin, cents }) => [coin, cents]));
};
const known = (expected: object) =>
  eventually(async () => JSON.stringify(await minimums()) === JSON.stringify(expected));
/** The answers to the requests for coins and minimums. */
const asked = () =>
  world.nowpayments.calls.filter(({ path }) => path === '/v1/min-amount' || path === '/v1/merchant/coins');

// Two invoices of ours within a second would get a 429 from each other.
beforeEach(() => world.moveClock('2 seconds'));

it('fills a new database at once and costs no invoice a 429', async () => {
  await world.tick();
  const donor = await confirmDonation(world, '25');
  await receivedInvoice(world, donor);
  expect(writtenTo(world, donor.id).filter(({ text }) => /is taking longer than usual/.test(text))).toEqual(
    [],
  );
  await known({ btc: 1290, trx: 1190, xrp: 1194 });
  expect(world.nowpayments.calls.filter(({ status }) => status === 429)).toEqual([]);
  expect(asked().map(({ query }) => new URLSearchParams(query).get('currency_from'))).toEqual([
    null,
    'trx',
    'btc',
    'xrp',
  ]);
});

it('asks nothing between a confirm and its invoice', async () => {
  const before = asked().length;
  const donor = await confirmDonation(world, '12');
  await receivedInvoice(world, donor);
  expect(asked()).toHaveLength(before);
});

it('refuses at the confirm what no coin can pay, and takes what it names', async () => {
  const donor = newDonor(world);
  const keypad = await openKeypad(world, donor);
  expect(keypad.text).toContain('Type an amount from $12 to');
  await type(world, donor, keypad, '9');
  await tap(world, donor, keypad, 'confirm');
  const alerts = world.telegram.calls.filter(
    ({ method, payload }) => method === 'answerCallbackQuery' && payload['show_alert'] === true,
  );
  expect(alerts.at(-1)?.payload['text']).toBe(
    'Crypto payments start at $11.90 today. Nothing was charged. Try $12?',
  );
  await tap(world, donor, keypad, 'clear');
  await type(world, donor, keypad, '12');
  await tap(world, donor, keypad, 'confirm');
  await receivedInvoice(world, donor);
});

it('refuses nothing while one coin has not answered', async () => {
  world.nowpayments.fault({ path: '/v1/min-amount', kind: 'error', status: 429, coin: 'trx' });
  await world.moveClock('25 hours');
  await world.tick();
  await eventually(async () => {
    const [row] = await world.database<{ n: number }[]>`
      select count(*)::int as n from minimums where is_on and answered_at > app_now() - interval '1 hour'`;
    return row?.n === 2;
  });
  await receivedInvoice(world, await confirmDonation(world, '9'));
  await world.moveClock('2 seconds');
  world.nowpayments.clearFaults();
  world.nowpayments.setMinimum('trx', 400);
  await world.moveClock('10 minutes');
  await world.tick();
  await known({ btc: 1290, trx: 400, xrp: 1194 });
  await receivedInvoice(world, await confirmDonation(world, '4'));
});

it('sells nothing without a coin, and sells again by itself within ten minutes', async () => {
  world.nowpayments.switchCoins([]);
  await world.moveClock('1 hour');
  await world.tick();
  await known({});
  await world.tick();
  await waitForMessage(world, OWNER, /no coin is switched on/);
  const donor = newDonor(world);
  donor.person.start(`donate_${OPEN}`);
  await waitForMessage(world, donor.id, /Payments are off right now/);
  world.nowpayments.switchCoins(['trx']);
  await world.moveClock('10 minutes');
  await world.tick();
  await known({ trx: 400 });
  await receivedInvoice(world, await confirmDonation(world, '20'));
});
