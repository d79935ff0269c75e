import { http } from '@google-cloud/functions-framework';
import { recordTap } from '../../shared/database/donations/record-tap';
import { keypadKeyboard, NOTHING_CHOSEN } from '../../shared/telegram/views/donations/keypad';
import { wordingIn } from '../../shared/telegram/views/wording';
import type { tapUpdate } from '../requests';
import { post } from './floor-call';
import { openFloorDatabase } from './floor-database';

const database = openFloorDatabase();
const methods = `${String(process.env['TELEGRAM_API_ROOT'])}/bot${String(process.env['TELEGRAM_BOT_TOKEN'])}`;

const call = (method: string, payload: object): Promise<void> =>
  post(`${methods}/${method}`, JSON.stringify(payload));

// The minimum for one tap: its statement and its two calls, over the same driver.
http('floorTap', async (request, response) => {
  const { update_id: updateId, callback_query: query } = request.body as ReturnType<typeof tapUpdate>;
  const { chat, message_id: messageId } = query.message;
  const key = query.data === 'donate_backspace' ? 'backspace' : '5';
  const delivery = { source: 'telegram', deliveryId: String(updateId), correlationId: 'floor' } as const;
  await recordTap(database, delivery, { updateId, key, userId: query.from.id, chatId: chat.id, messageId });
  await call('editMessageReplyMarkup', {
    chat_id: chat.id,
    message_id: messageId,
    reply_markup: keypadKeyboard({ entry: key === '5' ? '5' : '', choices: NOTHING_CHOSEN }, wordingIn('en')),
  });
  await call('answerCallbackQuery', { callback_query_id: query.id });
  response.json({ ok: true });
});
