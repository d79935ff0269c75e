import fc from 'fast-check';
import { routeUpdate } from './route-update';
import { parseUpdate, type Update } from './update';

const user = { id: 42, first_name: 'Dana' };
const privateChat = { id: 42, type: 'private' };
const channel = { id: -1001234567890, type: 'channel' };
const message = (text: string, chat = privateChat): Update => ({
  update_id: 1,
  message: { from: user, chat, text },
});
const press = (data: string, chat = privateChat): Update => ({
  update_id: 1,
  callback_query: { id: 'q', from: user, data, message: { message_id: 9, chat } },
});

it.each([
  [message('/start'), { type: 'say', message: { type: 'welcome' } }],
  [message('/start@MyBot'), { type: 'say', message: { type: 'welcome' } }],
  [message('/HELP'), { type: 'say', message: { type: 'help' } }],
  [message('/paysupport'), { type: 'say', message: { type: 'pay_support' } }],
  [message('/terms'), { type: 'say', message: { type: 'terms' } }],
  [message('hello'), { type: 'say', message: { type: 'not_understood' } }],
  [message('/unknown'), { type: 'say', message: { type: 'not_understood' } }],
  [message('/start donate_-1001234567890'), { type: 'open_keypad', openChannelId: -1001234567890 }],
  [message('/start garbage'), { type: 'say', message: { type: 'link_not_understood' } }],
  [message('/start', { id: -5, type: 'group' }), { type: 'ignore' }],
  [press('donate_digit_7'), { type: 'tap', key: '7', chatId: 42, messageId: 9 }],
  [press('donate_digit_.'), { type: 'tap', key: '.' }],
  [press('donate_digit_dot'), { type: 'tap', key: '.' }],
  [press('donate_noop'), { type: 'look' }],
  [press('donate_start_-1001234567890', channel), { type: 'point_to_bot', openChannelId: -1001234567890 }],
  [press('donate_start_-1001234567890'), { type: 'open_keypad', queryId: 'q' }],
  [
    press('payment_cancel_AbCdEfGhIjKlMnOpQrStUv'),
    { type: 'cancel_order', reference: 'AbCdEfGhIjKlMnOpQrStUv' },
  ],
  [press('__proto__'), { type: 'unknown_button' }],
  [press('donate_digit_10'), { type: 'unknown_button' }],
])('routes %j', (update, intent) => {
  expect(routeUpdate(update)).toMatchObject(intent);
});

it.each([
  ['member', true],
  ['kicked', false],
])('knows from a private chat membership of %s that the user is reachable: %s', (status, isReachable) => {
  const update = {
    update_id: 1,
    my_chat_member: { chat: privateChat, from: user, new_chat_member: { status } },
  };
  expect(routeUpdate(update)).toEqual({ type: 'reachability', chatId: 42, isReachable });
});

it('finds a route for whatever is sent, and never throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 100 }), fc.anything(), (text, anything) => {
      expect(routeUpdate(message(text)).type).toBeDefined();
      expect(routeUpdate(press(text)).type).toBeDefined();
      const update = parseUpdate(anything);
      if (update) expect(routeUpdate(update).type).toBeDefined();
    }),
  );
});
