import { callbackData } from '../../shared/telegram/codec/callback-data';
import { buttonsOf, openKeypad, press, tap, type, waitForMessage, writtenTo } from './support/chat';
import { pressLabel, order } from './support/buyer';
import { newDonor } from './support/people';
import { ordersOf, quiet } from './support/work';
import { type Donor, OPEN, useWorld } from '../worlds/journey';

const world = useWorld({ nowpayments: { minimumUsdCents: 1 } });

/** The texts that answered this user's taps with a dialog. */
const alerts = () =>
  world.telegram.calls
    .filter(({ method, payload }) => method === 'answerCallbackQuery' && payload['show_alert'] === true)
    .map(({ payload }) => String(payload['text']));

const invoicesOf = async ({ id }: Donor) => {
  const rows = await world.database<{ invoiceId: string }[]>`
    select i.invoice_id as "invoiceId" from invoices i join orders o on o.reference = i.order_reference
    where o.user_id = ${id}`;
  return rows.map(({ invoiceId }) => invoiceId).sort();
};

it('makes one order and one invoice of a minute of buying and cancelling', async () => {
  const before = world.nowpayments.invoices().length;
  const buyer = newDonor(world);
  const first = await order(world, buyer);
  const offer = writtenTo(world, buyer.id).find((message) =>
    buttonsOf(message).some(
      (button) => 'callback_data' in button && button.callback_data === callbackData.buy(OPEN, 1),
    ),
  );
  for (let turn = 0; turn < 30; turn += 1) {
    await press(world, buyer, first.message, callbackData.cancelOrder(first.reference as never));
    await press(world, buyer, offer!, callbackData.buy(OPEN, 1));
  }
  await quiet(world);
  expect(await ordersOf(world, buyer)).toMatchObject([{ reference: first.reference, state: 'open' }]);
  expect(await invoicesOf(buyer)).toEqual([first.invoiceId]);
  expect(world.nowpayments.invoices()).toHaveLength(before + 1);
  const newest = writtenTo(world, buyer.id).at(-1)!;
  expect(JSON.stringify(newest.reply_markup)).toContain(first.invoiceId);
  await world.nowpayments.pay(first.invoiceId, { coin: 'usdttrc20' });
  await waitForMessage(world, buyer.id, /You have access until/);
});

it('makes at most ten orders in an hour, donations included', async () => {
  const before = world.nowpayments.invoices().length;
  const buyer = newDonor(world);
  await order(world, buyer, { tier: 1 });
  await order(world, buyer, { tier: 2 });
  for (let n = 0; n < 8; n += 1) {
    const keypad = await openKeypad(world, buyer);
    await type(world, buyer, keypad, `${20 + n}`);
    await tap(world, buyer, keypad, 'confirm');
  }
  const keypad = await openKeypad(world, buyer);
  await type(world, buyer, keypad, '50');
  const asked = alerts().length;
  for (let n = 0; n < 3; n += 1) await tap(world, buyer, keypad, 'confirm');
  const answers = alerts().slice(asked);
  expect(answers).toHaveLength(3);
  for (const answer of answers) expect(answer).toMatch(/You can open the next one in \d+ minutes/);
  await quiet(world);
  expect(await ordersOf(world, buyer)).toHaveLength(10);
  expect(world.nowpayments.invoices()).toHaveLength(before + 10);

  await world.moveClock('61 minutes');
  await world.tick();
  await pressLabel(world, buyer, /Quarter/);
  const again = await openKeypad(world, buyer);
  await type(world, buyer, again, '50');
  await tap(world, buyer, again, 'confirm');
  await quiet(world);
  expect(await ordersOf(world, buyer)).toHaveLength(11);
});
