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
