import { GrammyError } from 'grammy/web';

const TIMED = 'Until <tg-time unix="1" format="Dt">then</tg-time>.';
jest.mock('./views', () => ({ viewOf: () => ({ text: { text: TIMED } }) }));

const refusal = new GrammyError(
  'failed',
  {
    ok: false,
    error_code: 400,
    description: 'Bad Request: can\'t parse entities: Unsupported start tag "tg-time" at byte offset 0',
  },
  'sendMessage',
  {},
);

it('sends plain times to a Bot API server that knows no other', async () => {
  const texts: string[] = [];
  const api = {
    sendMessage: async (_chatId: unknown, sent: string) => {
      texts.push(sent);
      if (sent.includes('tg-time')) throw refusal;
      return { message_id: 3 };
    },
  };
  const { sendMessage } = await import('./send-message');
  const sent = sendMessage(api as never, { chatId: 7, language: 'en' }, { type: 'terms' });
  expect(await sent).toBe(3);
  expect(texts).toEqual([TIMED, 'Until then.']);
});

it.each([
  'message to edit not found',
  "message can't be edited",
  'MESSAGE_ID_INVALID',
  'there is no text in the message to edit',
])('sends a new message in place of one of which Telegram says: %s', async (words) => {
  const description = `Bad Request: ${words}`;
  const cannotEdit = new GrammyError(
    'failed',
    { ok: false, error_code: 400, description },
    'editMessageText',
    {},
  );
  const api = {
    editMessageText: () => Promise.reject(cannotEdit),
    sendMessage: async () => ({ message_id: 4 }),
  };
  const { replaceOrSend } = await import('./send-message');
  const shown = replaceOrSend(api as never, { chatId: 7, language: 'en', messageId: 3 }, { type: 'terms' });
  expect(await shown).toBe(4);
});
