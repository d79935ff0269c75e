import { CAST } from '../../../../playground/stack';
import { OPEN, OWNER } from '../../../worlds/journey';

interface Sender {
  readonly id: number;
  readonly first_name: string;
}
const user = { id: CAST.dana.id, is_bot: false, first_name: 'Dana', username: 'dana' };
const owner = { id: OWNER, is_bot: false, first_name: 'Olga', username: 'olga' };
const channel = { id: OPEN, type: 'channel', title: 'Alpha', username: 'alpha' };
const date = 1_790_000_000;
const privately = (from: { id: number }) => ({ id: from.id, type: 'private', first_name: 'x' });
const message = (from: Sender, text: string) => ({
  message: { message_id: 7, date, from, chat: privately(from), text },
});
const press = (from: Sender, data: string) => ({
  callback_query: {
    id: '77',
    from,
    chat_instance: '1',
    data,
    message: { message_id: 9, date, chat: privately(from) },
  },
});
const memberOf = (status: string) => ({ user, status, is_member: true, until_date: 0 });

/** An invoice in Stars that the updates are about. */
export const STAR_INVOICE = { payload: `s1_${'a'.repeat(32)}`, stars: 250 } as const;

/** A payment in Stars, as each kind of message about it. */
export function starPayments(chargeId: string): readonly object[] {
  const payment = {
    currency: 'XTR',
    total_amount: STAR_INVOICE.stars,
    invoice_payload: STAR_INVOICE.payload,
    telegram_payment_charge_id: chargeId,
    provider_payment_charge_id: 'provider',
  };
  const renewal = { ...payment, is_recurring: true, subscription_expiration_date: date + 2_592_000 };
  return [
    { successful_payment: payment },
    { successful_payment: renewal },
    { successful_payment: { ...renewal, is_first_recurring: true } },
    { refunded_payment: payment },
  ].map((content) => ({ message: { message_id: 7, date, from: user, chat: privately(user), ...content } }));
}

/** One update of each kind that we read, by a buyer and by an owner. */
export const UPDATES: readonly object[] = [
  ...['/start', `/start sub_${OPEN}`, `/start donate_${OPEN}`, '/mysubs', '/help', '12.50'].map((text) =>
    message(user, text),
  ),
  ...['/channels', '/setup', '/stats', '29.99', '-1001234567890'].map((text) => message(owner, text)),
  {
    message: {
      message_id: 7,
      date,
      from: owner,
      chat: privately(owner),
      chat_shared: { request_id: 7, chat_id: OPEN, title: 'Alpha' },
    },
  },
  ...[
    `sub_tier_${OPEN}_1`,
    `donate_start_${OPEN}`,
    'donate_digit_5',
    'donate_confirm',
    'channels_page_1',
    `channel_${OPEN}`,
    'case_accept_4000000001',
    'case_typed_4000000001_100_30',
    `member_remove_${OPEN}_5001`,
  ].map((data) => press(user, data)),
  ...[
    'menu',
    'stats',
    'members',
    'orders',
    'cases',
    'settings',
    'title',
    'tiers',
    'add-tier',
    'audit',
    'team',
    'find',
    'grant',
  ]
    .flatMap((action) => [`own_${action}_${OPEN}`, `own_${action}_${OPEN}_1`])
    .map((data) => press(owner, data)),
  ...['members', 'orders'].map((action) => press(owner, `mine_${action}_1`)),
  {
    chat_join_request: {
      chat: channel,
      from: user,
      user_chat_id: user.id,
      date,
      invite_link: { invite_link: 'https://t.me/+x', creator: owner },
    },
  },
  {
    pre_checkout_query: {
      id: '4382000000000000000',
      from: user,
      currency: 'XTR',
      total_amount: STAR_INVOICE.stars,
      invoice_payload: STAR_INVOICE.payload,
    },
  },
  ...['canceled', 'active', 'failed'].map((state) => ({
    subscription: { user, invoice_payload: STAR_INVOICE.payload, state },
  })),
  {
    chat_member: {
      chat: channel,
      from: owner,
      date,
      old_chat_member: memberOf('left'),
      new_chat_member: memberOf('member'),
    },
  },
  {
    my_chat_member: {
      chat: channel,
      from: owner,
      date,
      old_chat_member: memberOf('left'),
      new_chat_member: { ...memberOf('administrator'), can_invite_users: true, can_restrict_members: true },
    },
  },
  {
    my_chat_member: {
      chat: privately(user),
      from: user,
      date,
      old_chat_member: memberOf('member'),
      new_chat_member: memberOf('kicked'),
    },
  },
];
