import {
  forgetPromises,
  holding,
  OPEN,
  promiseNow,
  useAccessWorld,
  type Buyer,
} from '../../../tests/worlds/access';
import type { Cents } from '../../domain/common/ids';
import { orderTopic, type Living } from '../../domain/common/living-message';
import type { PromptEffect } from '../../domain/prompt-effects';
import type { MessageOf } from '../../domain/messages/messages';
import type { Effect } from '../../domain/effects';
import type { PromptDependencies } from './prompt-row';
import { performPrompt } from '../perform-prompt';

const world = useAccessWorld();
beforeEach(async () => {
  await forgetPromises(world);
  world.telegram.clearFaults();
});

const PAY = ['💳 Pay now', '✕ Cancel'];

/** A donor whose keypad has just become the message of their order. */
async function newDonor(): Promise<Buyer & { readonly messageId: number }> {
  const donor = await world.newBuyer('1 day');
  const { message_id: messageId } = await world.deps.api.sendMessage(donor.userId, 'keypad');
  await world.test.database.query(
    (sql) => sql`
      insert into living_messages (topic, chat_id, message_id)
      values (${orderTopic(donor.reference)}, ${donor.userId}, ${messageId})`,
  );
  return { ...donor, messageId };
}
type Donor = Awaited<ReturnType<typeof newDonor>>;

const invoice = ({ userId, reference }: Donor, as: Living['as'], amountCents = 2500 as Cents): Effect => ({
  kind: 'send_message',
  chatId: userId,
  living: { topic: orderTopic(reference), as },
  message: {
    type: 'pay_now',
    reference,
    title: 'Signals',
    item: { kind: 'donation' },
    amountCents,
    dueCents: amountCents,
    invoiceUrl: 'https://nowpayments.io/payment/?iid=1',
    occasion: { type: 'purchase' },
  },
});

const work = async (effect: Effect, key: string) => {
  await promiseNow(world, effect, key);
  await world.drain();
};

const lost = jest.fn();
beforeEach(() => lost.mockClear());

const prompt = (effect: PromptEffect, { api } = world.deps) =>
  performPrompt(
    {
      ...world.deps,
      api: api as unknown as PromptDependencies['api'],
      language: 'en',
      log: { ...world.deps.log, warn: lost },
    },
    [effect],
  );

/** What the tap that confirms shows. */
const confirm = ({ userId, reference, messageId }: Donor, deps = world.deps) =>
  prompt(
    {
      type: 'replace_message',
      chatId: userId,
      messageId,
      message: { type: 'keypad_confirmed', title: 'Signals', amountCents: 2500 as Cents, invoiceUrl: null },
      topic: orderTopic(reference),
    },
    deps,
  );

/** The keypad that was confirmed. */
async function keypadOf({ userId, reference, messageId }: Donor): Promise<string> {
  const [row] = await world.test.database.query(
    (sql) => sql<{ keypadId: string }[]>`
      insert into keypads (keypad_id, user_id, chat_id, open_channel_id, message_id, order_reference, closed_at)
      values (gen_random_uuid(), ${userId}, ${userId}, ${OPEN}, ${messageId}, ${reference}, app_now())
      returning keypad_id as "keypadId"`,
  );
  return row!.keypadId;
}

const KEYPAD: MessageOf<'keypad'> = {
  type: 'keypad',
  title: 'Signals',
  donationMessage: '',
  leastCents: null,
  entry: '25',
  choices: { presets: [], lastCents: null, isAnonymous: false, note: 'Keep going!' },
};

const shownTo = ({ userId }: Donor) =>
  world.telegram
    .messages(userId)
    .filter(({ from }) => from?.is_bot === true)
    .map((message) => message.reply_markup?.inline_keyboard.flat().map(({ text }) => text) ?? []);

it('leaves the invoice if the worker was faster, whatever Telegram answers', async () => {
  for (const fault of [undefined, { status: 500 }, { status: 429, retryAfter: 3 }]) {
    const donor = await newDonor();
    await work(invoice(donor, 'edit'), `first:${donor.userId}`);
    if (fault) world.telegram.fault({ method: 'editMessageText', kind: 'error', ...fault });
    await confirm(donor);
    world.telegram.clearFaults();
    expect(shownTo(donor)).toEqual([PAY]);
  }
});

it.each([
  ['nothing fails', undefined],
  ['Telegram fails once', { kind: 'error', status: 500 }],
  ['Telegram fails twice', { kind: 'error', status: 500, times: 2 }],
  ['Telegram asks to wait', { kind: 'error', status: 429, retryAfter: 3 }],
  ['an answer is lost', { kind: 'drop' }],
] as const)('restores the invoice that it has covered if %s', async (_, fault) => {
  const donor = await newDonor();
  const slow = holding(world.deps, 'editMessageText');
  const confirmed = confirm(donor, slow.deps);
  await slow.waiting;
  await work(invoice(donor, 'edit'), `covered:${donor.userId}`);
  // The edit that covers it succeeds, and the next one doesn't.
  const { api } = world.deps;
  const edit = jest.spyOn(api, 'editMessageText').mockImplementationOnce(async (...args) => {
    edit.mockRestore();
    const edited = await api.editMessageText(...args);
    if (fault) world.telegram.fault({ method: 'editMessageText', ...fault });
    return edited;
  });
  slow.release();
  await confirmed;
  world.telegram.clearFaults();
  await world.drain();
  expect(shownTo(donor)).toEqual([PAY]);
});

it.each([
  ['nothing fails', undefined],
  ['Telegram fails once', { kind: 'error', status: 500 }],
  ['Telegram asks to wait', { kind: 'error', status: 429, retryAfter: 3 }],
  ['an answer is lost', { kind: 'drop' }],
] as const)('restores the invoice that a note has covered if %s', async (_, fault) => {
  const donor = await newDonor();
  const keypadId = await keypadOf(donor);
  await work(invoice(donor, 'edit'), `noted:${donor.userId}`);
  const { api } = world.deps;
  const edit = jest.spyOn(api, 'editMessageText').mockImplementationOnce(async (...args) => {
    edit.mockRestore();
    const edited = await api.editMessageText(...args);
    expect(shownTo(donor)).not.toEqual([PAY]);
    if (fault) world.telegram.fault({ method: 'editMessageText', ...fault });
    return edited;
  });
  await prompt({
    type: 'draw_keypad',
    chatId: donor.userId,
    messageId: donor.messageId,
    keypadId,
    message: KEYPAD,
  });
  world.telegram.clearFaults();
  await world.drain();
  expect(shownTo(donor)).toEqual([PAY]);
});

it('takes its buttons from a message that another one replaced meanwhile', async () => {
  const donor = await newDonor();
  await work(invoice(donor, 'edit'), `replaced:${donor.userId}`);
  const slow = holding(world.deps, 'editMessageText');
  const confirmed = confirm(donor, slow.deps);
  await slow.waiting;
  await work(invoice(donor, 'new'), `again:${donor.userId}`);
  expect(shownTo(donor)).toEqual([[], PAY]);
  slow.release();
  await confirmed;
  await world.drain();
  expect(shownTo(donor)).toEqual([[], PAY]);
  expect(lost).not.toHaveBeenCalled();
});
