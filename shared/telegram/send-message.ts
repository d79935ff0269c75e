import { GrammyError } from 'grammy/web';
import type { Language } from '../domain/common/language';
import type { Message } from '../domain/messages/messages';
import type { Api } from './api';
import { isMessageGone, isUnchanged } from './failure';
import { viewOf } from './views';
import type { InvoiceView, View } from './views/view';

/** A chat, and the language in which it reads. */
export interface Reader {
  readonly chatId: number;
  readonly language: Language;
}

/** Without `sendInvoice`, nothing that is sent may be an invoice. */
type SendingApi = Pick<Api, 'sendMessage'> & Partial<Pick<Api, 'sendInvoice'>>;

/** The text of a message, and how Telegram shows it: never with the preview of a link. */
function contentOf({ text, keyboard }: View) {
  const options = {
    parse_mode: 'HTML',
    link_preview_options: { is_disabled: true },
    ...(keyboard && { reply_markup: keyboard }),
  } as const;
  return [text.text, options] as const;
}

const isTimeRefused = (error: unknown): boolean =>
  error instanceof GrammyError && /unsupported start tag "tg-time"/i.test(error.description);

/** Makes a call again with plain times, if the Bot API server is too old to know times of the reader's own clock. */
async function callWith<T>(
  [text, options]: ReturnType<typeof contentOf>,
  call: (...content: ReturnType<typeof contentOf>) => Promise<T>,
): Promise<T> {
  return call(text, options).catch((error: unknown) => {
    if (!isTimeRefused(error)) throw error;
    return call(text.replace(/<\/?tg-time[^>]*>/g, ''), options);
  });
}

/** The currency of Stars. https://core.telegram.org/bots/payments-stars */
const STARS = 'XTR';

/** The payload of the invoice that a message is. `undefined`: it isn't one. */
export const payloadOf = (message: Message): string | undefined =>
  message.type === 'star_invoice' && message.invoiceLink === null ? message.payload : undefined;

/** Makes a link to an invoice in Stars that renews by itself. Throws what the Bot API throws. */
export const createRenewingLink = (
  api: Pick<Api, 'createInvoiceLink'>,
  { title, description, payload, stars }: InvoiceView,
  periodSeconds: number,
): Promise<string> =>
  api.createInvoiceLink(title, description, payload, '', STARS, [{ label: title, amount: stars }], {
    subscription_period: periodSeconds,
  });

async function sendInvoice(
  api: SendingApi,
  chatId: number,
  { invoice, keyboard }: { readonly invoice: InvoiceView; readonly keyboard: View['keyboard'] },
): Promise<number> {
  if (api.sendInvoice === undefined) throw new Error('an invoice is sent where none is expected');
  const { title, description, payload, stars, startParameter } = invoice;
  const prices = [{ label: title, amount: stars }];
  const sent = await api.sendInvoice(chatId, title, description, payload, STARS, prices, {
    start_parameter: startParameter,
    ...(keyboard?.inline_keyboard && { reply_markup: keyboard }),
  });
  return sent.message_id;
}

/** Sends a message to a chat and returns its id. Throws what the Bot API throws; see `telegramFailure`. */
export async function sendMessage(
  api: SendingApi,
  { chatId, language }: Reader,
  message: Message,
): Promise<number> {
  const view = viewOf(message, language);
  const { invoice, keyboard } = view;
  if (invoice !== undefined) return sendInvoice(api, chatId, { invoice, keyboard });
  const content = contentOf(view);
  const sent = await callWith(content, async (...of) => api.sendMessage(chatId, ...of));
  return sent.message_id;
}

/** Replaces a sent message in place. Throws as `sendMessage` does. */
export async function editMessage(
  api: Pick<Api, 'editMessageText'>,
  { chatId, messageId, language }: Reader & { readonly messageId: number },
  message: Message,
): Promise<unknown> {
  const content = contentOf(viewOf(message, language));
  return callWith(content, async (text, { reply_markup, ...options }) =>
    api.editMessageText(chatId, messageId, text, {
      ...options,
      ...(reply_markup?.inline_keyboard && { reply_markup }),
    }),
  );
}

/** The message that shows something now. */
interface ShownBefore extends Reader {
  readonly messageId: number | null;
  /** It is an invoice with this payload. */
  readonly shownPayload?: string | undefined;
}

/**
 * Replaces a sent message, or sends a new one if there is none, it was deleted, or one of the two is an invoice, which can't be
 * edited. Returns the id of the message that shows it. Throws as `sendMessage` does.
 */
export async function replaceOrSend(
  api: SendingApi & Pick<Api, 'editMessageText'>,
  { messageId, shownPayload, ...reader }: ShownBefore,
  message: Message,
): Promise<number> {
  const payload = payloadOf(message);
  if (messageId !== null && payload !== undefined && payload === shownPayload) return messageId;
  if (messageId !== null && payload === undefined && shownPayload === undefined) {
    const edited = await editMessage(api, { ...reader, messageId }, message).catch((error: unknown) => {
      if (isMessageGone(error)) return undefined;
      if (isUnchanged(error)) return true;
      throw error;
    });
    if (edited !== undefined) return messageId;
  }
  return sendMessage(api, reader, message);
}
