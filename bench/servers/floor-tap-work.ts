import { timingSafeEqual } from 'node:crypto';
import { recordTap } from '../../shared/database/donations/record-tap';
import { keypadKeyboard, NOTHING_CHOSEN } from '../../shared/telegram/views/donations/keypad';
import { wordingIn } from '../../shared/telegram/views/wording';
import type { tapUpdate } from '../requests';
import { post } from './floor-call';
import { openFloorDatabase } from './floor-database';
import { recordedStatement } from './recorded-statement';
import type { FloorWork } from './serve-floor';

type Update = ReturnType<typeof tapUpdate>;

const SAMPLE = {
  updateId: 9_000_101,
  userId: 9_000_102,
  chatId: 9_000_103,
  messageId: 9_000_104,
  key: '5',
} as const;
const DELIVERY = { source: 'telegram', deliveryId: String(SAMPLE.updateId), correlationId: 'floor' } as const;

const keyOf = ({ callback_query: { data } }: Update) => (data === 'donate_backspace' ? 'backspace' : '5');

const SLOTS = new Map<unknown, (update: Update) => unknown>([
  [DELIVERY.deliveryId, ({ update_id: id }) => String(id)],
  [SAMPLE.key, keyOf],
  [SAMPLE.userId, ({ callback_query: { from } }) => from.id],
  [SAMPLE.chatId, ({ callback_query: { message } }) => message.chat.id],
  [SAMPLE.messageId, ({ callback_query: { message } }) => message.message_id],
]);

/** The least that a tap on a keypad takes: its secret token, its one statement, its two calls. */
export async function tapWork(): Promise<FloorWork> {
  const sql = openFloorDatabase();
  const record = await recordedStatement((database) => recordTap(database, DELIVERY, SAMPLE), SLOTS);
  const secret = Buffer.from(String(process.env['TELEGRAM_WEBHOOK_SECRET']));
  const methods = `${String(process.env['TELEGRAM_API_ROOT'])}/bot${String(process.env['TELEGRAM_BOT_TOKEN'])}`;
  const call = (method: string, payload: object) => post(`${methods}/${method}`, JSON.stringify(payload));
  return async ({ headers, body }) => {
    const given = Buffer.from(String(headers['x-telegram-bot-api-secret-token']));
    if (given.length !== secret.length || !timingSafeEqual(given, secret)) throw new Error('a wrong secret');
    const update = body as Update;
    const [row] = await record(sql, update);
    if (row === undefined) throw new Error('no keypad');
    const { id, message } = update.callback_query;
    const entry = keyOf(update) === '5' ? '5' : '';
    await call('editMessageReplyMarkup', {
      chat_id: message.chat.id,
      message_id: message.message_id,
      reply_markup: keypadKeyboard({ entry, choices: NOTHING_CHOSEN }, wordingIn('en')),
    });
    await call('answerCallbackQuery', { callback_query_id: id });
  };
}
