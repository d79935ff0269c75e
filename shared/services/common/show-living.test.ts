import {
  dying,
  useAccessWorld,
  forgetPromises,
  grantOf,
  holding,
  OPEN,
  promiseNow,
  type Buyer,
} from '../../../tests/worlds/access';
import type { Effect } from '../../domain/effects';
import type { Cents } from '../../domain/common/ids';
import { orderTopic, type Living } from '../../domain/common/living-message';
import { HOUR_MS } from '../../domain/common/time';
import { readEffect } from '../../database/common/effect-codec';
import { performEffect, type EffectDependencies } from '../perform-effect';

const world = useAccessWorld();
beforeEach(async () => {
  await forgetPromises(world);
  world.telegram.clearFaults();
});

const about = ({ reference }: Buyer) =>
  ({
    reference,
    title: 'Signals',
    item: { kind: 'subscription', tierName: 'Month', days: 30 },
    amountCents: 3000 as Cents,
  }) as const;

const invoice = (buyer: Buyer, as: Living['as'] = 'new', amountCents = 3000): Effect => ({
  kind: 'send_message',
  chatId: buyer.userId,
  living: { topic: orderTopic(buyer.reference), as },
  message: {
    type: 'pay_now',
    ...about(buyer),
    dueCents: amountCents as Cents,
    amountCents: amountCents as Cents,
    invoiceUrl: 'https://nowpayments.io/payment/?iid=1',
    occasion: { type: 'purchase' },
  },
});
const paid = (buyer: Buyer, as: Living['as'] = 'edit_only'): Effect => ({
  kind: 'send_message',
  chatId: buyer.userId,
  living: { topic: orderTopic(buyer.reference), as },
  message: { type: 'order_paid', ...about(buyer) },
});

const shownTo = ({ userId }: Buyer) =>
  world.telegram.messages(userId).filter(({ from }) => from?.is_bot === true);
const buttonsTo = (buyer: Buyer) =>
  shownTo(buyer).map(
    ({ reply_markup }) => reply_markup?.inline_keyboard.flat().map(({ text }) => text) ?? [],
  );
const textsTo = (buyer: Buyer) => shownTo(buyer).map(({ text }) => text.split('\n')[0]);

const tell = async (effect: Effect, key: string) => {
  await promiseNow(world, effect, key);
  await world.drain();
};
/** Performs an effect as the entry with this id, as a worker that was slow does. */
const performAs = (effect: Effect, outboxId: number, deps = world.deps) =>
  performEffect(deps, effect, { outboxId, key: `k${outboxId}`, attempts: 1, language: 'en' });

/** Whether the worker died on the way. */
const isKilled = (effect: Effect, outboxId: number, deps: EffectDependencies): Promise<boolean> =>
  performAs(effect, outboxId, deps).then(
    () => false,
    () => true,
  );

const PAID = '✅ Paid.';

it('changes the invoice into “Paid” in place, without its buttons', async () => {
  const buyer = await world.newBuyer('1 day');
  await tell(invoice(buyer), 'invoice:1');
  expect(buttonsTo(buyer)).toEqual([['💳 Pay now', '✕ Cancel']]);
  await tell(paid(buyer), 'paid:1');
  expect(textsTo(buyer)).toEqual([PAID]);
  expect(buttonsTo(buyer)).toEqual([[]]);
});

it('says nothing more of an order that an earlier release has told', async () => {
  const buyer = await world.newBuyer('1 day');
  await tell(paid(buyer), 'paid:2');
  expect(shownTo(buyer)).toEqual([]);
});

it('sends a new message if the one to edit was deleted, and edits that one from then on', async () => {
  const buyer = await world.newBuyer('1 day');
  await tell(invoice(buyer), 'invoice:3');
  await world.deps.api.deleteMessage(buyer.userId, shownTo(buyer)[0]!.message_id);
  await tell(invoice(buyer, 'edit', 2000), 'cheaper:3');
  expect(buttonsTo(buyer)).toEqual([['💳 Pay now', '✕ Cancel']]);
  await tell(paid(buyer), 'paid:3');
  expect(textsTo(buyer)).toEqual([PAID]);
});

it('takes the buttons from the earlier message when it sends a new one', async () => {
  const buyer = await world.newBuyer('1 day');
  await tell(invoice(buyer), 'invoice:4');
  await tell(invoice(buyer), 'again:4');
  expect(buttonsTo(buyer)).toEqual([[], ['💳 Pay now', '✕ Cancel']]);
});

it('shows the newest state, in whatever sequence entries are performed and repeated', async () => {
  const buyer = await world.newBuyer('1 day');
  await performAs(invoice(buyer), 11);
  await performAs(paid(buyer), 13);
  await performAs(invoice(buyer, 'edit', 2000), 12);
  await performAs(invoice(buyer, 'new', 2000), 12);
  await performAs(paid(buyer), 13);
  expect(textsTo(buyer)).toEqual([PAID]);
  expect(buttonsTo(buyer)).toEqual([[]]);
});

it('shows the newest state if two workers edit at once and the older edit comes last', async () => {
  const buyer = await world.newBuyer('1 day');
  await performAs(invoice(buyer), 21);
  const slow = holding(world.deps, 'editMessageText');
  const older = performAs(invoice(buyer, 'edit', 2000), 22, slow.deps);
  await slow.waiting;
  await performAs(paid(buyer), 23);
  slow.release();
  expect(await older).toEqual({ type: 'done' });
  expect(textsTo(buyer)).toEqual([PAID]);
  expect(buttonsTo(buyer)).toEqual([[]]);
});

it('is done if the message shows already what it has to', async () => {
  const buyer = await world.newBuyer('1 day');
  await performAs(invoice(buyer), 31);
  expect(await performAs(invoice(buyer, 'edit'), 32)).toEqual({ type: 'done' });
  expect(shownTo(buyer)).toHaveLength(1);
});

it('heals after a worker died at any step of an edit', async () => {
  for (const isAfter of [false, true])
    for (let step = 1, isDead = true; isDead; step += 1) {
      const buyer = await world.newBuyer('1 day');
      await performAs(invoice(buyer), 41);
      isDead = await isKilled(paid(buyer), 42, dying(world.deps, step, isAfter));
      await performAs(paid(buyer), 42);
      expect(textsTo(buyer)).toEqual([PAID]);
      expect(buttonsTo(buyer)).toEqual([[]]);
    }
});

it('shows the newest state if a worker died at any step of the first message and the order was paid then', async () => {
  for (const isAfter of [false, true])
    for (let step = 1, isDead = true; isDead; step += 1) {
      const buyer = await world.newBuyer('1 day');
      isDead = await isKilled(invoice(buyer), 1, dying(world.deps, step, isAfter));
      await performAs(paid(buyer), 2);
      if (isDead) await performAs(invoice(buyer), 1);
      // The copy that was sent and not noted keeps its button.
      expect(textsTo(buyer).at(-1)).toBe(PAID);
      expect(buttonsTo(buyer).at(-1)).toEqual([]);
    }
});

it('shows the newest state if the order was paid while the first message was being sent', async () => {
  const buyer = await world.newBuyer('1 day');
  const slow = holding(world.deps, 'sendMessage');
  const first = performAs(invoice(buyer), 1, slow.deps);
  await slow.waiting;
  await performAs(paid(buyer), 2);
  slow.release();
  expect(await first).toEqual({ type: 'done' });
  expect(textsTo(buyer)).toEqual([PAID]);
  expect(buttonsTo(buyer)).toEqual([[]]);
});

it('leaves one message with buttons after a worker died at any step of a new message but the sending', async () => {
  for (const isAfter of [false, true])
    for (let step = 1, isDead = true; isDead; step += 1) {
      const buyer = await world.newBuyer('1 day');
      await performAs(invoice(buyer), 1);
      const deps = dying(world.deps, step, isAfter);
      isDead = await isKilled(invoice(buyer, 'new', 2000), 2, deps);
      const isSentUnnoted = shownTo(buyer).length === 2 && buttonsTo(buyer)[0]!.length > 0;
      await performAs(invoice(buyer, 'new', 2000), 2);
      // Telegram has no idempotency key, so a message that nobody noted is sent again.
      if (isSentUnnoted && shownTo(buyer).length > 2) expect(buttonsTo(buyer)[0]).toEqual([]);
      else expect(buttonsTo(buyer)).toEqual([[], ['💳 Pay now', '✕ Cancel']]);
    }
});

it('shows the newest state once a buyer who blocked the bot is back', async () => {
  const buyer = await world.newBuyer('1 day');
  await tell(invoice(buyer), 'invoice:6');
  world.telegram.as(buyer.userId).block();
  await tell(invoice(buyer, 'edit', 2000), 'cheaper:6');
  await tell(paid(buyer), 'paid:6');
  world.telegram.as(buyer.userId).unblock();
  await world.test.database.query((sql) => sql`update outbox set failed_at = null, due_at = app_now()`);
  await world.drain();
  expect(textsTo(buyer)).toEqual([PAID]);
});

it('turns Join into Open channel once the buyer is in', async () => {
  const buyer = await world.newBuyer('20 days');
  await tell(grantOf(buyer), `grant:${buyer.userId}`);
  expect(buttonsTo(buyer)).toEqual([[expect.stringMatching(/Join/)]]);
  const [link] = await world.liveLinks(buyer.userId);
  world.telegram.as(buyer.userId).join(link!);
  await promiseNow(
    world,
    { kind: 'approve_join_request', openChannelId: OPEN, userId: buyer.userId },
    `join:${buyer.userId}`,
  );
  await world.drain();
  expect(await world.isIn(buyer.userId)).toBe(true);
  expect(buttonsTo(buyer)).toEqual([['🔓 Open channel']]);
});

it('removes Join from the message with the former link when it sends another one', async () => {
  const buyer = await world.newBuyer('20 days');
  await tell(grantOf(buyer), `first:${buyer.userId}`);
  await world.advance(HOUR_MS);
  await tell(grantOf(buyer, 'asked'), `second:${buyer.userId}`);
  expect(buttonsTo(buyer)).toEqual([[], [expect.stringMatching(/Join/)]]);
});

it('reads the promises of the previous release, which say nothing of a topic', () => {
  const payload = { chatId: 5, message: { type: 'welcome' } };
  expect(readEffect('send_message', payload)).toEqual({ kind: 'send_message', ...payload });
});
