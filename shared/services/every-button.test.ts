import { addSellingChannel } from '../../tests/support/subscription';
import { OWNER_ID } from '../../tests/support/order';
import { useTestDatabase } from '../../tests/support/test-database';
import type { OpenChannelId } from '../domain/common/ids';
import type { Message } from '../domain/messages/messages';
import { OWNER_ACTIONS } from '../domain/owner/owner-actions';
import { parseCallbackData } from '../telegram/codec/callback-data';
import { viewOf } from '../telegram/views';
import { messagesIn, samplesOf } from '../../tests/samples/messages';
import { HANDLERS } from './owner/handlers';
import { personWith } from '../../tests/worlds/owner';

/** The channel that the sample messages are about. */
const CHANNEL = -1009999999999999 as OpenChannelId;
const test = useTestDatabase();

beforeAll(async () => {
  await addSellingChannel(test.database, { openChannelId: CHANNEL });
});

const every = messagesIn(samplesOf({ title: 'Alpha Signals', name: 'Gold', text: 'The best of all' }));
const buttonsOf = (messages: readonly Message[]) =>
  messages.flatMap((message) => viewOf(message).keyboard?.inline_keyboard?.flat() ?? []);
const dataOf = (messages: readonly Message[]) => [
  ...new Set(
    buttonsOf(messages).flatMap((button) => ('callback_data' in button ? [button.callback_data] : [])),
  ),
];

it.each(dataOf(every))('answers a press of %s once, as a known button', async (data) => {
  const { reaction, answer } = await personWith(test, OWNER_ID).press(data);
  const answers = reaction.prompt.filter(({ type }) => type === 'answer_query');
  expect(answers).toHaveLength(1);
  expect(answer ?? '').not.toMatch(/button no longer works|don't run this offer|doesn't allow/);
});

it('has handlers for exactly the actions that are on buttons', () => {
  const acts = dataOf(every).flatMap((data) => {
    const intent = parseCallbackData(data);
    return intent?.type === 'own' ? [intent.action] : [];
  });
  expect(acts.filter((act) => typeof HANDLERS[act] !== 'function')).toEqual([]);
  // A page that is shown only after the owner typed something has no button.
  const shownOnly = ['ruling'];
  expect([...new Set([...acts, ...shownOnly])].sort()).toEqual(Object.keys(OWNER_ACTIONS).sort());
});

it('links only to Telegram and to invoices', () => {
  const links = buttonsOf(every).flatMap((button) => ('url' in button ? [button.url] : []));
  expect(links.length).toBeGreaterThan(0);
  expect(links.filter((url) => !/^https:\/\/(t\.me|nowpayments\.io\/payment)\//.test(url))).toEqual([]);
});

it('has a button that pays first on each invoice, and on no other message', () => {
  const paying = every.flatMap((message) => {
    const { invoice, keyboard } = viewOf(message);
    const at = (keyboard?.inline_keyboard?.flat() ?? []).flatMap((button, index) =>
      'pay' in button ? [index] : [],
    );
    return invoice !== undefined || at.length > 0 ? [{ isInvoice: invoice !== undefined, at }] : [];
  });
  expect(paying.length).toBeGreaterThan(0);
  expect(paying.filter(({ isInvoice, at }) => !isInvoice || at.join() !== '0')).toEqual([]);
});

it('has only buttons that open a link, copy a text, call back, pay or count pages', () => {
  const kinds = ['url', 'copy_text', 'callback_data', 'pay'];
  const others = buttonsOf(every).filter((button) => !kinds.some((kind) => kind in button));
  expect(others.filter((button) => !('disabled' in button && /^\d+\/\d+$/.test(button.text)))).toEqual([]);
});

it('copies only links of Telegram, none longer than Telegram takes', () => {
  const copied = buttonsOf(every).flatMap((button) => ('copy_text' in button ? [button.copy_text.text] : []));
  expect(copied.length).toBeGreaterThan(0);
  expect(copied.filter((text) => !text.startsWith('https://t.me/') || text.length > 256)).toEqual([]);
});

it('sends a user who presses a post to the bot, because it cannot write first', async () => {
  const posts = every.filter(({ type }) => type === 'donate_post');
  for (const data of dataOf(posts)) {
    const { reaction } = await personWith(test, OWNER_ID).send({
      callback_query: {
        id: 'q',
        from: { id: OWNER_ID, first_name: 'O' },
        data,
        message: { message_id: 1, chat: { id: CHANNEL, type: 'channel' } },
      },
    });
    expect(reaction.prompt).toMatchObject([{ type: 'answer_query', startParameter: `donate_${CHANNEL}` }]);
  }
});
