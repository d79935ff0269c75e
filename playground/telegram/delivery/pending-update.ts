import type { UpdateBody } from '../world';
import { DAY_MS } from '../../../shared/domain/common/time';

/** An update that the webhook has not acknowledged yet. */
export interface PendingUpdate {
  readonly body: UpdateBody & { readonly update_id: number };
  /** Updates of one queue are delivered in order. Queues may overtake each other. */
  readonly queue: string;
  /** Epoch ms. Afterwards the update is dropped silently. */
  readonly expiresAt: number;
  /** Called when it was acknowledged or dropped. */
  readonly settled: () => void;
}

const CALLBACK_QUERY_MS = 150_000;

type Fields = Readonly<Record<string, unknown>>;

/** The queue of an update (telegram-bot-api, Client.cpp, add_update calls). */
export function queueOf(type: string, content: unknown): string {
  const body = fields(content);
  const chat = String(fields(body['chat'])['id']);
  const from = String(fields(body['from'])['id']);
  switch (type) {
    case 'message':
    case 'edited_message':
    case 'channel_post':
    case 'edited_channel_post':
      return `chat:${chat}`;
    case 'callback_query':
      return `callback_query:${from}`;
    case 'my_chat_member':
      return `my_chat_member:${chat}`;
    case 'chat_member':
      return `membership:${String(fields(fields(body['new_chat_member'])['user'])['id'])}`;
    case 'chat_join_request':
      return `membership:${from}`;
    case 'pre_checkout_query':
    case 'shipping_query':
      return `checkout:${from}`;
    case 'subscription':
      return `subscription:${String(fields(body['user'])['id'])}`;
    default:
      return `${type}:${from}`;
  }
}

/** 24 hours after the event, but 150 seconds for a tap on a button. */
export function expiryOf(type: string, content: unknown, nowMs: number): number {
  if (['callback_query', 'pre_checkout_query', 'shipping_query'].includes(type))
    return nowMs + CALLBACK_QUERY_MS;
  const date = fields(content)['date'];
  return (typeof date === 'number' ? date * 1000 : nowMs) + DAY_MS;
}

function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}
