import { fields, text, words, type Columns } from './row-text';
import type { Description } from './timeline-item';

const MAX_WORDS = 60;

const nameOfUser = (user: unknown): string => text(fields(user)['first_name']) || 'Somebody';
const titleOf = (chat: unknown): string => text(fields(chat)['title']) || 'the channel';

const starsIn = (payment: unknown): string => `⭐${String(fields(payment)['total_amount'])}`;

/** A sentence about each service message of a payment. A refund is in the chat of the payer, but not from them. */
const PAYMENTS: readonly (readonly [kind: string, sentence: (message: Columns) => string])[] = [
  [
    'successful_payment',
    ({ from, ...message }) => `${nameOfUser(from)} paid ${starsIn(message['successful_payment'])}`,
  ],
  [
    'refunded_payment',
    ({ chat, ...message }) => `${nameOfUser(chat)} got ${starsIn(message['refunded_payment'])} back`,
  ],
];

const SUBSCRIPTION_CHANGES: Readonly<Record<string, string>> = {
  canceled: 'canceled a subscription',
  active: 'enabled a subscription again',
  failed: 'could not pay for the renewal of a subscription',
};

/** A sentence about each kind of update that the bot receives. */
const KINDS: Readonly<Record<string, (content: Columns) => string>> = {
  message: (message) => {
    const said = text(message['text']);
    const payment = PAYMENTS.find(([kind]) => message[kind] !== undefined);
    if (payment) return payment[1](message);
    if (message['chat_shared'] !== undefined)
      return `${nameOfUser(message['from'])} picked ${titleOf(message['chat_shared'])} for the bot`;
    if (/^\/start( |$)/.test(said)) return `${nameOfUser(message['from'])} pressed START`;
    const shown = said.length > MAX_WORDS ? `${said.slice(0, MAX_WORDS)}…` : said;
    return `${nameOfUser(message['from'])} wrote “${shown}” to the bot`;
  },
  pre_checkout_query: (query) => `${nameOfUser(query['from'])} wants to pay ${starsIn(query)}`,
  subscription: ({ user, state }) =>
    `${nameOfUser(user)} ${SUBSCRIPTION_CHANGES[text(state)] ?? 'changed a subscription'}`,
  callback_query: (query) => `${nameOfUser(query['from'])} tapped “${labelOf(query)}”`,
  chat_join_request: (request) => `${nameOfUser(request['from'])} asked to join ${titleOf(request['chat'])}`,
  chat_member: (change) => {
    const member = fields(change['new_chat_member']);
    return `${nameOfUser(member['user'])} ${standingOf(member)} ${titleOf(change['chat'])}`;
  },
  my_chat_member: (change) => {
    const { status } = fields(change['new_chat_member']);
    const name = nameOfUser(change['from']);
    if (fields(change['chat'])['type'] === 'private')
      return status === 'kicked' ? `${name} blocked the bot` : `${name} unblocked the bot`;
    return status === 'administrator'
      ? `${name} made the bot an administrator of ${titleOf(change['chat'])}`
      : `${name} changed what the bot may do in ${titleOf(change['chat'])}`;
  },
};

const standingOf = ({ status }: Columns): string => {
  if (status === 'left' || status === 'kicked') return 'is no longer in';
  return status === 'administrator' ? 'became an administrator of' : 'joined';
};

/** The words on the button that was tapped. */
function labelOf({ message, data }: Columns): string {
  const rows = fields(fields(message)['reply_markup'])['inline_keyboard'];
  const buttons = (Array.isArray(rows) ? rows.flat() : []).map(fields);
  return text(buttons.find((button) => button['callback_data'] === data)?.['text']) || 'a button';
}

/** What became of an update that was not simply handled. */
const ENDS: Readonly<Record<string, string>> = {
  unreadable: ', which TelePay could not read and kept',
  parked: ', which failed five times and was put aside',
};

/** Describes a delivery of Telegram. `update` is `undefined` if the simulated Telegram doesn't know it. */
export function describeUpdate(row: Columns, update: unknown): Description {
  const outcome = text(row['outcome']);
  const [kind = '', content] = Object.entries(fields(update)).find(([name]) => name !== 'update_id') ?? [];
  const happened =
    KINDS[kind]?.(fields(content)) ?? `Telegram told the bot: ${words(outcome || 'something')}`;
  const end = ENDS[outcome] ?? (outcome === '' ? ', which is being handled' : '');
  return { kind: 'update', state: outcome === '' ? 'waiting' : 'done', sentence: `${happened}${end}.` };
}
