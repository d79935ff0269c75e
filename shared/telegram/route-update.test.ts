import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { routeUpdate as route } from './route-update';
import { parseUpdate, type Update } from './update';

const routeUpdate = (update: Update) => route(update, 'MyBot');
const user = { id: 42, first_name: 'Dana' };
const privateChat = { id: 42, type: 'private' };
const channel = { id: -1001234567890, type: 'channel' };
const message = (text: string, chat = privateChat): Update => ({
  update_id: 1,
  message: { message_id: 5, from: user, chat, text },
});
const press = (data: string, chat = privateChat): Update => ({
  update_id: 1,
  callback_query: { id: 'q', from: user, data, message: { message_id: 9, chat } },
});
const picked = (chat: { id: number; type: string }): Update => ({
  update_id: 1,
  message: {
    message_id: 5,
    from: user,
    chat,
    date: 1_790_000_000,
    chat_shared: { request_id: 7, chat_id: -1005, title: 'Notes' },
  },
});

it.each([
  [message('/start'), { type: 'show_channels', page: 1 }],
  [message('/start@MyBot'), { type: 'show_channels', page: 1 }],
  [message('/mysubs'), { type: 'my_subscriptions' }],
  [message('/start sub_-1001234567890'), { type: 'show_channel', openChannelId: -1001234567890 }],
  [message('/HELP'), { type: 'say', message: { type: 'help' } }],
  [message('/paysupport'), { type: 'say', message: { type: 'pay_support' } }],
  [message('/privacy'), { type: 'say', message: { type: 'privacy' } }],
  [message('/terms'), { type: 'say', message: { type: 'terms' } }],
  [message('hello'), { type: 'typed', text: 'hello', messageId: 5 }],
  [
    {
      update_id: 1,
      message: { ...message('yes').message!, reply_to_message: { message_id: 4, chat: privateChat } },
    },
    { type: 'typed', text: 'yes', repliedTo: 4 },
  ],
  [
    picked(privateChat),
    { type: 'chat_shared', user, requestId: 7, chatId: -1005, title: 'Notes', date: 1_790_000_000 },
  ],
  [picked({ id: -1005, type: 'supergroup' }), { type: 'ignore' }],
  [message('/channels'), { type: 'my_channels', action: 'menu', page: 1 }],
  [message('/unknown'), { type: 'say', message: { type: 'not_understood' } }],
  [message('/start donate_-1001234567890'), { type: 'open_keypad', openChannelId: -1001234567890 }],
  [message('/start garbage'), { type: 'say', message: { type: 'link_not_understood' } }],
  [message('/start', { id: -5, type: 'group' }), { type: 'ignore' }],
  [
    { update_id: 1, message: { message_id: 5, chat: { id: -5, type: 'group' }, migrate_to_chat_id: -1005 } },
    { type: 'chat_moved', from: -5, to: -1005 },
  ],
  [
    {
      update_id: 1,
      message: { message_id: 5, chat: { id: -1005, type: 'supergroup' }, migrate_from_chat_id: -5 },
    },
    { type: 'chat_moved', from: -5, to: -1005 },
  ],
  [
    // https://github.com/InsanusMokrassar/ktgbotapi/pull/514
    {
      update_id: 1,
      message: {
        message_id: 1,
        from: { id: 1087968824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' },
        sender_chat: { id: -1001241958329, title: 'Team', type: 'supergroup' },
        chat: { id: -1001241958329, type: 'supergroup', title: 'Team' },
        migrate_from_chat_id: -720793082,
      },
    },
    { type: 'chat_moved', from: -720793082, to: -1001241958329 },
  ],
  [press('donate_digit_7'), { type: 'tap', key: '7', button: { chatId: 42, messageId: 9 } }],
  [press('donate_digit_.'), { type: 'tap', key: '.' }],
  [press('donate_digit_dot'), { type: 'tap', key: '.' }],
  [press('donate_noop'), { type: 'look' }],
  [
    press('donate_start_-1001234567890', channel),
    { type: 'point_to_bot', startParameter: 'donate_-1001234567890' },
  ],
  [
    press('sub_tier_-1001234567890_2', channel),
    { type: 'point_to_bot', startParameter: 'sub_-1001234567890' },
  ],
  [press('channel_-1001234567890'), { type: 'show_channel', isInPlace: true, button: { queryId: 'q' } }],
  [press('offer_-1001234567890'), { type: 'show_channel', isInPlace: false, button: { queryId: 'q' } }],
  [press('sub_tier_-1001234567890_2'), { type: 'buy', openChannelId: -1001234567890, position: 2 }],
  [press('channels_page_3'), { type: 'show_channels', page: 3 }],
  [press('back_to_channels'), { type: 'show_channels', page: 1 }],
  [press('page_info'), { type: 'look' }],
  [press('own_pause_-1001234567890'), { type: 'own', action: 'pause', openChannelId: -1001234567890 }],
  [press('own_pause_-1001234567890', channel), { type: 'unknown_button' }],
  [press('mine_menu_2'), { type: 'my_channels', action: 'menu', page: 2 }],
  [press('payment_cancel'), { type: 'cancel_order', reference: null }],
  [press('case_credit_5_30'), { type: 'decide_case', paymentId: 5, decision: 'credit', days: 30 }],
  [press('back_to_channels', channel), { type: 'unknown_button' }],
  [press('payment_cancel', channel), { type: 'unknown_button' }],
  [press('case_accept_5', channel), { type: 'unknown_button' }],
  [
    {
      update_id: 1,
      chat_join_request: { chat: channel, from: user, invite_link: { creator: { id: 8 } } },
    },
    { type: 'join_request', closedChannelId: -1001234567890, linkCreatorId: 8, requesterChatId: 42 },
  ],
  [
    {
      update_id: 1,
      chat_member: {
        chat: channel,
        from: { id: 8 },
        old_chat_member: { status: 'restricted', is_member: true },
        new_chat_member: { status: 'restricted', is_member: false, user },
      },
    },
    { type: 'member_changed', userId: 42, status: 'left', oldStatus: 'member', actorId: 8 },
  ],
  [press('donate_start_-1001234567890'), { type: 'open_keypad', button: { queryId: 'q' } }],
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
])('reads a status of %s in a private chat as reachable: %s', (status, isReachable) => {
  const update = {
    update_id: 1,
    my_chat_member: { chat: privateChat, from: user, new_chat_member: { status } },
  };
  const isAdministrator = false;
  expect(routeUpdate(update)).toEqual({ type: 'reachability', chatId: 42, isReachable, isAdministrator });
});

it('finds a route for any input', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 100 }), fc.anything(), (text, anything) => {
      expect(routeUpdate(message(text)).type).toBeDefined();
      expect(routeUpdate(press(text)).type).toBeDefined();
      const update = parseUpdate(anything);
      if (update) expect(routeUpdate(update).type).toBeDefined();
    }),
  );
});

describe('a text that begins with a slash', () => {
  it.each([
    ['/help', { message: { type: 'help' } }],
    ['/help@MyBot', { message: { type: 'help' } }],
    ['/Help@mybot and more', { message: { type: 'help' } }],
    ['/START sub_-1001234567890', { type: 'show_channel', openChannelId: -1001234567890 }],
    ['/start@MyBot sub_-1001234567890 and more', { type: 'show_channel', openChannelId: -1001234567890 }],
    ['/start\nsub_-1001234567890', { type: 'show_channel', openChannelId: -1001234567890 }],
    ['/stats\tnow', { type: 'my_channels', action: 'stats' }],
    ['/help@OtherBot', { message: { type: 'not_understood' } }],
    ['/help_me', { message: { type: 'not_understood' } }],
    ['/start2 sub_-1001234567890', { message: { type: 'not_understood' } }],
    ['/help,', { message: { type: 'not_understood' } }],
    ['/__proto__', { message: { type: 'not_understood' } }],
    ['/ help', { message: { type: 'not_understood' } }],
    ['/', { message: { type: 'not_understood' } }],
    ['//', { message: { type: 'not_understood' } }],
    ['  /price 5', { message: { type: 'not_understood' } }],
    ['/цена', { message: { type: 'not_understood' } }],
  ])('is a command: %j', (text, intent) => {
    expect(routeUpdate(message(text))).toMatchObject(intent);
  });

  it('is never an answer to a question, whatever follows', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('', ' ', '\n'), (text, before) => {
        expect(routeUpdate(message(`${before}/${text}`)).type).not.toBe('typed');
      }),
    );
  });
});

describe('a message', () => {
  // The Bot API's own list of messages: `type StickerMessage = CommonMessage & MsgWith<"sticker">`.
  const types = readFileSync(join(process.cwd(), 'node_modules/@grammyjs/types/message.d.ts'), 'utf8');
  const kinds = [...types.matchAll(/type \w+ = (\w+) & MsgWith<"(\w+)">/g)].map(
    ([, base, content]) => [content, base === 'ServiceMessage'] as [string, boolean],
  );
  const bare = { message_id: 5, from: user, chat: privateChat };

  it('has some kinds of each sort', () => {
    for (const isService of [true, false])
      expect(kinds.filter((kind) => kind[1] === isService).length).toBeGreaterThan(15);
  });

  // Without an amount, these two are unreadable, see `star-payment.test.ts`.
  const others = kinds.filter(([content]) => !['successful_payment', 'refunded_payment'].includes(content));

  it.each(others)('with %s is a service message: %s', (content, isService) => {
    const update = parseUpdate({
      update_id: 1,
      message: { ...bare, [content]: content === 'text' ? '!' : {} },
    });
    const answered = content === 'text' ? 'typed' : 'sent_no_text';
    expect(routeUpdate(update!).type).toBe(isService ? 'ignore' : answered);
  });

  it('without any content is ignored', () => {
    expect(routeUpdate({ update_id: 1, message: bare })).toEqual({ type: 'ignore' });
  });
});

describe('another bot', () => {
  const bot = { id: 43, first_name: 'Echo', is_bot: true };
  it.each<[string, object]>([
    ['writes', { message: { message_id: 5, from: bot, chat: privateChat, text: 'hello' } }],
    ['sends a command', { message: { message_id: 5, from: bot, chat: privateChat, text: '/help' } }],
    [
      'writes in a group',
      { message: { message_id: 5, from: bot, chat: { id: -5, type: 'group' }, text: '/help' } },
    ],
    ['sends a photo', { message: { message_id: 5, from: bot, chat: privateChat, photo: [] } }],
    [
      'presses a button',
      {
        callback_query: {
          id: 'q',
          from: bot,
          data: 'page_info',
          message: { message_id: 9, chat: privateChat },
        },
      },
    ],
    ['asks to join', { chat_join_request: { chat: channel, from: bot, user_chat_id: 43 } }],
  ])('is ignored if it %s', (_, content) => {
    expect(routeUpdate(parseUpdate({ update_id: 1, ...content })!)).toEqual({ type: 'ignore' });
  });

  it('is noted if it admits or removes somebody', () => {
    const update = parseUpdate({
      update_id: 1,
      chat_member: {
        chat: channel,
        from: bot,
        old_chat_member: { status: 'member' },
        new_chat_member: { status: 'left', user },
      },
    });
    expect(routeUpdate(update!)).toMatchObject({ type: 'member_changed', userId: 42, actorId: 43 });
  });
});

it('handles a join request with a query like any other, and reads where to write to its author', () => {
  const chat_join_request = { chat: channel, from: user, user_chat_id: 4242, query_id: 'AAB', date: 1 };
  const update = parseUpdate({ update_id: 1, chat_join_request });
  expect(routeUpdate(update!)).toMatchObject({
    type: 'join_request',
    requester: user,
    requesterChatId: 4242,
  });
});
