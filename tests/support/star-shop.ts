import type { Api } from 'grammy';
import type { TelegramSimulator, TelegramSimulatorOptions } from '../../playground/telegram/index';
import { startWebhook, startWorld, type Answer, type Received } from './telegram-simulator';

export const INVOICE = {
  title: 'Signals',
  description: '30 days',
  payload: 'order:1',
  currency: 'XTR',
  prices: [{ label: 'Month', amount: 250 }],
} as const;

export const PERIOD = 2_592_000;
const START = Date.UTC(2026, 0, 1);

/** Who answers updates. Absent: yes to every pre-checkout query. */
type StarAnswer = (received: Received) => Answer | Promise<Answer> | undefined;

export interface StarShop {
  readonly telegram: TelegramSimulator;
  readonly api: Api;
  readonly received: readonly Received[];
  /** Replaces the webhook's answer to the updates that follow. */
  answer: (how: StarAnswer) => void;
  /** Calls a method as a client without types does. */
  call: (method: string, payload: object) => Promise<{ ok: boolean; result?: unknown; description?: string }>;
  sendInvoice: (chatId: number, fields?: object) => Promise<number>;
  createLink: (fields?: object) => Promise<string>;
  /** The bodies of the received updates of a kind. A service message counts as its own kind. */
  updates: (kind: string) => readonly Record<string, unknown>[];
  seconds: () => number;
  /** Moves the clock and performs what is due. */
  pass: (seconds: number) => Promise<void>;
  close: () => Promise<void>;
}

/** A bot that says yes to every buyer, and the clock of its Telegram. */
export async function startStarShop(options: Partial<TelegramSimulatorOptions> = {}): Promise<StarShop> {
  let clock = START;
  const { telegram, api } = await startWorld({ now: () => clock, ...options });
  let answer: StarAnswer = () => undefined;
  const yes = ({ update }: Received): Answer => {
    const query = update['pre_checkout_query'] as { id: string } | undefined;
    if (!query) return {};
    const body = { method: 'answerPreCheckoutQuery', pre_checkout_query_id: query.id, ok: true };
    return { body: JSON.stringify(body) };
  };
  const webhook = await startWebhook((received) => answer(received) ?? yes(received));
  await api.setWebhook(webhook.url);
  const call: StarShop['call'] = async (method, payload) => {
    const response = await fetch(`${telegram.url}/bot${api.token}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(payload),
    });
    return (await response.json()) as { ok: boolean };
  };
  const demand = async (method: string, payload: object) => {
    const { ok, result, description } = await call(method, payload);
    if (!ok) throw new Error(description);
    return result;
  };
  return {
    telegram,
    api,
    received: webhook.received,
    answer: (how) => void (answer = how),
    call,
    sendInvoice: async (chatId, fields = {}) => {
      const sent = await demand('sendInvoice', { chat_id: chatId, ...INVOICE, ...fields });
      return (sent as { message_id: number }).message_id;
    },
    createLink: async (fields = {}) =>
      (await demand('createInvoiceLink', { ...INVOICE, ...fields })) as string,
    updates: (kind) => updatesOf(webhook.received, kind),
    seconds: () => clock / 1000,
    pass: async (seconds) => {
      clock += seconds * 1000;
      telegram.stars.runDue();
      await telegram.drained();
    },
    close: async () => {
      await telegram.close();
      await webhook.close();
    },
  };
}

function updatesOf(received: readonly Received[], kind: string): Record<string, unknown>[] {
  return received.flatMap(({ update }) => {
    const message = update['message'] as Record<string, unknown> | undefined;
    const body = (message?.[kind] ?? update[kind]) as Record<string, unknown> | undefined;
    return body ? [body] : [];
  });
}
