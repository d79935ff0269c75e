import type { Api } from 'grammy';
import type { TelegramSimulator } from './index';
import { BUYER, CHANNEL, OWNER, startWebhook, startWorld } from '../../tests/support/telegram-simulator';

let telegram: TelegramSimulator;
let api: Api;
let clock = Date.UTC(2026, 0, 1);

beforeEach(async () => {
  ({ telegram, api } = await startWorld({ now: () => clock, allowedOrigin: 'http://page.test' }));
  telegram.as(BUYER).start();
});
afterEach(() => telegram.close());

describe('a button', () => {
  const pressed = async (answerIt: (id: string, query: Record<string, unknown>) => Promise<unknown>) => {
    const webhook = await startWebhook(async ({ update }) => {
      const query = update['callback_query'] as Record<string, unknown> | undefined;
      if (query) await answerIt(query['id'] as string, query);
      return {};
    });
    await api.setWebhook(webhook.url);
    return webhook;
  };

  it('gives the user the first answer of answerCallbackQuery', async () => {
    let second: unknown;
    const webhook = await pressed(async (id) => {
      await api.answerCallbackQuery(id, { text: 'Added', show_alert: true });
      second = await api.answerCallbackQuery(id).catch((error: unknown) => error);
    });
    const { message_id } = await api.sendMessage(BUYER, 'pad', {
      reply_markup: { inline_keyboard: [[{ text: '1', callback_data: 'donate_digit_1' }]] },
    });
    await expect(telegram.as(BUYER).press(BUYER, message_id, 'donate_digit_1')).resolves.toEqual({
      text: 'Added',
      show_alert: true,
    });
    await telegram.drained();
    expect(webhook.received.at(-1)?.update['callback_query']).toMatchObject({
      from: { id: BUYER },
      data: 'donate_digit_1',
      message: { message_id, text: 'pad', chat: { id: BUYER }, reply_markup: {} },
    });
    expect(second).toMatchObject({
      description: 'Bad Request: query is too old and response timeout expired or query ID is invalid',
    });
    await webhook.close();
  });

  it('sends a deleted message with date 0', async () => {
    let refusal: unknown;
    const webhook = await pressed(async (id, query) => {
      expect(query['message']).toMatchObject({ message_id: 99, date: 0 });
      refusal = await api.answerCallbackQuery(id, { text: 'x'.repeat(201) }).catch((error: unknown) => error);
    });
    await expect(telegram.as(OWNER).press(CHANNEL, 99, 'forged', { timeoutMs: 60 })).rejects.toThrow(
      'never answered',
    );
    await telegram.drained();
    expect(refusal).toMatchObject({ description: 'Bad Request: MESSAGE_TOO_LONG' });
    await webhook.close();
  });

  it('cannot be answered after 150 seconds', async () => {
    let refusal: unknown;
    const webhook = await pressed(async (id) => {
      clock += 151_000;
      refusal = await api.answerCallbackQuery(id).catch((error: unknown) => error);
    });
    void telegram.as(BUYER).press(BUYER, 1, 'x', { timeoutMs: 50 });
    await telegram.drained();
    expect(refusal).toMatchObject({ error_code: 400 });
    await webhook.close();
  });
});

describe('a fault', () => {
  it('answers an error as often as it says', async () => {
    telegram.fault({ method: 'sendMessage', kind: 'error', status: 429, retryAfter: 7 });
    await expect(api.sendMessage(BUYER, 'x')).rejects.toMatchObject({
      description: 'Too Many Requests: retry after 7',
      parameters: { retry_after: 7 },
    });
    await expect(api.sendMessage(BUYER, 'x')).resolves.toBeDefined();
    expect(telegram.calls.map(({ ok }) => ok)).toEqual([false, true]);
  });

  it('can perform the call before it closes the socket', async () => {
    telegram.fault({ kind: 'drop', afterPerforming: true });
    await expect(api.sendMessage(BUYER, 'x')).rejects.toThrow('Network request');
    expect(telegram.messages(BUYER).map(({ text }) => text)).toEqual(['/start', 'x']);
    expect(telegram.calls).toMatchObject([{ method: 'sendMessage', ok: false, result: { text: 'x' } }]);
  });

  it('can leave a call without an answer', async () => {
    telegram.fault({ kind: 'timeout', times: Infinity });
    const signal = AbortSignal.timeout(50);
    await expect(fetch(`${telegram.url}/bot123456789:AAF-simulated/getMe`, { signal })).rejects.toThrow();
    telegram.clearFaults();
    await expect(api.getMe()).resolves.toBeDefined();
  });
});

it('leaves it to the client to end an idle connection', async () => {
  const response = await fetch(`${telegram.url}/bot123456789:AAF-simulated/getMe`);
  // A server that would end it announces that with `timeout=…`.
  expect(response.headers.get('keep-alive')).toBeNull();
});

it('answers 429 with Retry-After to a setWebhook that comes too soon', async () => {
  const { telegram: limited } = await startWorld({ limits: true, now: () => clock });
  const url = `${limited.url}/bot123456789:AAF-simulated/setWebhook?url=http://127.0.0.1:1/`;
  await fetch(url);
  const response = await fetch(url);
  expect([response.status, response.headers.get('retry-after')]).toEqual([429, '1']);
  expect(await response.json()).toEqual({
    ok: false,
    error_code: 429,
    description: 'Too Many Requests: retry after 1',
    parameters: { retry_after: 1 },
  });
  await limited.close();
});

describe('the page', () => {
  const post = (path: string, body: object) =>
    fetch(`${telegram.url}/sim/${path}`, { method: 'POST', body: JSON.stringify(body) });

  it('acts as a user and reads the state', async () => {
    await post(`users/${OWNER}/start`, { payload: 'sub_1' });
    await post(`users/${OWNER}/open`, { url: 'https://t.me/telepay_bot?start=donate_-100' });
    const preflight = await fetch(`${telegram.url}/sim/state`, { method: 'OPTIONS' });
    const response = await fetch(`${telegram.url}/sim/state`);
    expect([preflight.status, response.headers.get('access-control-allow-origin')]).toEqual([
      204,
      'http://page.test',
    ]);
    const state = (await response.json()) as { chats: { id: number; messages: { text: string }[] }[] };
    const chat = state.chats.find(({ id }) => id === OWNER);
    expect(chat?.messages.map(({ text }) => text)).toEqual(['/start sub_1', '/start donate_-100']);
    expect((await post('users/77/start', {})).status).toBe(400);
    const unanswered = { chatId: BUYER, messageId: 1, callbackData: 'x', timeoutMs: 20 };
    expect((await post(`users/${BUYER}/press`, unanswered)).status).toBe(504);
  });

  it('sets a fault until it clears it', async () => {
    await post('faults', { kind: 'error', status: 500, times: null });
    for (let i = 0; i < 3; i++) await expect(api.getMe()).rejects.toMatchObject({ error_code: 500 });
    await post('faults', { clear: true });
    await expect(api.getMe()).resolves.toBeDefined();
  });

  it('receives the state after a change', async () => {
    const response = await fetch(`${telegram.url}/sim/events`);
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader.read()).value).toMatch(/^event: change\ndata: \{/);
    telegram.as(BUYER).say('news');
    expect((await reader.read()).value).toContain('"news"');
    await reader.cancel();
  });
});
