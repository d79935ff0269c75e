import { randomBytes } from 'node:crypto';
import { InputFile, type Api } from 'grammy';
import type { TelegramSimulator } from '../index';
import { makePicture } from '../../../tests/support/picture';
import { BOT_TOKEN, BUYER, CHANNEL, startWorld } from '../../../tests/support/telegram-simulator';

let telegram: TelegramSimulator;
let api: Api;

beforeEach(async () => {
  ({ telegram, api } = await startWorld({ allowedOrigin: 'http://page.test' }));
  telegram.as(BUYER).start();
});
afterEach(() => telegram.close());

const picture = makePicture(320, 160);
const lastIn = (chatId: number) => telegram.messages(chatId).at(-1);
const download = (fileId: string) => fetch(`${telegram.url}/sim/files/${fileId}`);

async function refusal(sending: Promise<unknown>): Promise<string> {
  const error = await sending.then(
    () => undefined,
    (reason: unknown) => reason as { description: string },
  );
  return error?.description ?? 'it was sent';
}

it('shows the page a photo that was sent with a caption', async () => {
  const sent = await api.sendPhoto(BUYER, new InputFile(picture, 'stats.png'), {
    caption: 'Revenue <b>today</b>',
    parse_mode: 'HTML',
    reply_markup: { inline_keyboard: [[{ text: 'Back', callback_data: 'back' }]] },
  });
  expect(sent).toMatchObject({
    caption: 'Revenue today',
    caption_entities: [{ type: 'bold', offset: 8, length: 5 }],
    photo: [{ width: 320, height: 160, file_size: picture.length }],
    reply_markup: { inline_keyboard: [[{ text: 'Back' }]] },
  });
  expect(sent).not.toHaveProperty('text');
  expect(lastIn(BUYER)).toMatchObject({ text: '', caption: 'Revenue today' });
  const shown = await download(sent.photo[0]!.file_id);
  expect(shown.headers.get('content-type')).toBe('image/png');
  expect(Buffer.from(await shown.arrayBuffer()).equals(picture)).toBe(true);
  expect((await download('nothing')).status).toBe(404);
});

it('keeps a document under its name, byte for byte', async () => {
  // Line breaks and dashes that look like a boundary.
  const bytes = Buffer.concat([Buffer.from('\r\n------\r\n\r\n'), randomBytes(5000), Buffer.from('\r\n--')]);
  const sent = await api.sendDocument(BUYER, new InputFile(bytes, 'Oldenburg – orders; May.csv'));
  expect(sent).not.toHaveProperty('caption');
  expect(sent.document).toMatchObject({
    file_name: 'Oldenburg – orders; May.csv',
    mime_type: 'text/csv',
    file_size: bytes.length,
  });
  expect(telegram.file(sent.document.file_id)).toMatchObject({ name: 'Oldenburg – orders; May.csv', bytes });
  const saved = await download(sent.document.file_id);
  expect(saved.headers.get('content-disposition')).toBe(
    `attachment; filename*=UTF-8''${encodeURIComponent('Oldenburg – orders; May.csv')}`,
  );
  expect(Buffer.from(await saved.arrayBuffer()).equals(bytes)).toBe(true);
});

it('sends a file again by its id', async () => {
  const { document } = await api.sendDocument(BUYER, new InputFile(Buffer.from('a,b'), 'a.csv'));
  const again = await api.sendDocument(CHANNEL, document.file_id);
  expect(again).toMatchObject({
    sender_chat: { id: CHANNEL },
    document: { file_name: 'a.csv', file_size: 3 },
  });
});

it('accepts a file in a part with the parameter’s name, as a form sends it', async () => {
  const form = new FormData();
  form.set('chat_id', String(BUYER));
  form.set('photo', new Blob([new Uint8Array(picture)]), 'a.png');
  const response = await fetch(`${telegram.url}/bot${BOT_TOKEN}/sendPhoto`, { method: 'POST', body: form });
  expect(await response.json()).toMatchObject({ ok: true, result: { photo: [{ width: 320 }] } });
});

it('does not keep the file in the record of a call', async () => {
  await api.sendDocument(BUYER, new InputFile(randomBytes(2 ** 20), 'big.bin'), { caption: 'c' });
  const [call] = telegram.calls;
  expect(call).toMatchObject({ method: 'sendDocument', ok: true, payload: { caption: 'c' } });
  expect(JSON.stringify(call).length).toBeLessThan(1500);
});

describe('a call that is refused', () => {
  const png = (bytes: Buffer) => new InputFile(bytes, 'x.png');
  test.each<[string, () => Promise<unknown>]>([
    ['there is no photo in the request', () => api.sendPhoto(BUYER, '')],
    ['there is no document in the request', () => api.sendDocument(BUYER, 'attach://nothing')],
    ['file must be non-empty', () => api.sendDocument(BUYER, new InputFile(Buffer.alloc(0), 'empty.csv'))],
    ['IMAGE_PROCESS_FAILED', () => api.sendPhoto(BUYER, png(Buffer.from('no picture')))],
    ['PHOTO_INVALID_DIMENSIONS', () => api.sendPhoto(BUYER, png(makePicture(420, 20)))],
    ['message caption is too long', () => api.sendPhoto(BUYER, png(picture), { caption: 'x'.repeat(1025) })],
    [
      `file "x.png" of size ${10 * 2 ** 20 + 1} bytes is too big for a photo`,
      () => api.sendPhoto(BUYER, png(Buffer.alloc(10 * 2 ** 20 + 1))),
    ],
    [
      "wrong remote file identifier specified: can't unserialize it. Wrong last symbol",
      () => api.sendDocument(BUYER, 'unknown'),
    ],
    ['failed to get HTTP URL content', () => api.sendDocument(BUYER, 'https://example.com/a.csv')],
    [
      "can't use file of type Photo as Document",
      async () => {
        const { photo } = await api.sendPhoto(BUYER, png(picture));
        return api.sendDocument(BUYER, photo[0]!.file_id);
      },
    ],
    [
      'there is no text in the message to edit',
      async () => {
        const { message_id } = await api.sendPhoto(BUYER, png(picture));
        return api.editMessageText(BUYER, message_id, 'x');
      },
    ],
    [
      'there is no caption in the message to edit',
      async () => {
        const { message_id } = await api.sendMessage(BUYER, 'x');
        return api.editMessageCaption(BUYER, message_id, { caption: 'y' });
      },
    ],
  ])('is answered “%s”', async (description, send) => {
    expect(await refusal(send())).toBe(`Bad Request: ${description}`);
  });

  it('is answered 413 if the file has more than 50 MB', async () => {
    const file = new InputFile(Buffer.alloc(51 * 2 ** 20), 'huge.csv');
    expect(await refusal(api.sendDocument(BUYER, file))).toBe('Request Entity Too Large');
  });

  it('is answered like a message that the bot may not send', async () => {
    telegram.as(BUYER).block();
    expect(await refusal(api.sendPhoto(BUYER, png(picture)))).toBe('Forbidden: bot was blocked by the user');
    telegram.setMember(CHANNEL, Number(BOT_TOKEN.split(':')[0]), 'administrator', {
      can_post_messages: false,
    });
    expect(await refusal(api.sendPhoto(CHANNEL, png(picture)))).toBe(
      'Bad Request: need administrator rights in the channel chat',
    );
  });
});

it('edits the caption and the buttons of a photo', async () => {
  const { message_id } = await api.sendPhoto(BUYER, new InputFile(picture, 'p.png'), { caption: 'one' });
  await api.editMessageCaption(BUYER, message_id, { caption: '<i>two</i>', parse_mode: 'HTML' });
  const reply_markup = { inline_keyboard: [[{ text: 'a', callback_data: 'b' }]] };
  const edited = await api.editMessageReplyMarkup(BUYER, message_id, { reply_markup });
  expect(edited).toMatchObject({
    caption: 'two',
    caption_entities: [{ type: 'italic' }],
    photo: [{ width: 320 }],
  });
  expect(await refusal(api.editMessageReplyMarkup(BUYER, message_id, { reply_markup }))).toContain(
    'not modified',
  );
});

describe('a document that a user sends', () => {
  const sendFrom = (bytes: Buffer) => {
    telegram.as(BUYER).sendDocument({ name: 'members.csv', bytes });
    return lastIn(BUYER)!.document!;
  };
  const fileUrl = (path: string, token = BOT_TOKEN) => `${telegram.url}/file/bot${token}/${path}`;

  it('can be downloaded by the bot, byte for byte', async () => {
    const bytes = randomBytes(70_000);
    const document = sendFrom(bytes);
    expect(document).toMatchObject({ file_name: 'members.csv', mime_type: 'text/csv', file_size: 70_000 });
    const { file_path } = await api.getFile(document.file_id);
    const answer = await fetch(fileUrl(String(file_path)));
    expect(answer.status).toBe(200);
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
  });

  it('is refused by getFile above 20 MB', async () => {
    const { file_id } = sendFrom(Buffer.alloc(20 * 2 ** 20 + 1, 'x'));
    expect(await refusal(api.getFile(file_id))).toBe('Bad Request: file is too big');
    expect(await refusal(api.getFile(sendFrom(Buffer.alloc(20 * 2 ** 20, 'x')).file_id))).toBe('it was sent');
  });

  it('is not found under a wrong token or path', async () => {
    const { file_path: path = '' } = await api.getFile(sendFrom(Buffer.from('x')).file_id);
    const statuses = [fileUrl(path, '1:other'), fileUrl(`${path}x`), fileUrl('')].map(
      async (url) => (await fetch(url)).status,
    );
    expect(await Promise.all(statuses)).toEqual([404, 404, 404]);
    expect(await refusal(api.getFile('nothing'))).toBe('Bad Request: invalid file_id');
  });
});
