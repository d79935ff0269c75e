import type { InlineKeyboardButton } from 'grammy/types';
import type { MessageOf } from '../../../domain/messages/messages';
import { callbackData } from '../../codec/callback-data';
import { escapeHtml, Html, html, isolateBidi, lines, truncate } from '../html';
import { orderInWords, tierInWords } from '../order-wording';
import { button, keyboardOf, payLink, shortTitle, type InvoiceView, type View } from '../view';
import type { Wording } from '../wording';

type StarInvoice = MessageOf<'star_invoice'>;

// https://core.telegram.org/bots/api#sendinvoice
const MAX_INVOICE_TITLE = 32;
const MAX_INVOICE_DESCRIPTION = 255;
/** So short that both names fit into the description, in every language. */
const MAX_NAME_IN_INVOICE = 60;

function titleOf({ item, title }: StarInvoice, wording: Wording): string {
  const written =
    item.kind === 'donation'
      ? wording.text('paystep-invoice-title-donation', { title })
      : wording.text('paystep-invoice-title', {
          tier: isolateBidi(item.tierName),
          title: isolateBidi(title),
        });
  return truncate(written, MAX_INVOICE_TITLE);
}

function descriptionOf({ item, title }: StarInvoice, wording: Wording): string {
  const channel = { title: shortTitle(title, MAX_NAME_IN_INVOICE) };
  const written =
    item.kind === 'donation'
      ? wording.text('paystep-invoice-description-donation', channel)
      : wording.text('paystep-invoice-description', {
          ...channel,
          tier: tierInWords(item, wording, MAX_NAME_IN_INVOICE),
        });
  return truncate(written, MAX_INVOICE_DESCRIPTION);
}

/** What Telegram needs for an invoice. A forwarded copy has no Pay button: it leads to the offer. */
export const invoiceViewOf = (message: StarInvoice, wording: Wording): InvoiceView => {
  const { item, openChannelId, payload, priceStars } = message;
  const title = titleOf(message, wording);
  return {
    title,
    description: descriptionOf(message, wording),
    payload,
    stars: priceStars,
    startParameter: `${item.kind === 'donation' ? 'donate' : 'sub'}_${openChannelId}`,
  };
};

/** The buttons below that which pays. */
const otherButtons = (
  { reference, hasOtherWay }: StarInvoice,
  wording: Wording,
): InlineKeyboardButton[][] => [
  hasOtherWay ? [button(wording.text('paystep-button-other'), callbackData.otherWay(reference))] : [],
  [button(wording.text('orders-cancel'), callbackData.cancelOrder(reference))],
];

/** An invoice in Stars. One that renews by itself is a link, and says so. */
export function starInvoiceView(message: StarInvoice, wording: Wording): View {
  const { invoiceLink, priceStars } = message;
  const label = wording.text('paystep-invoice-pay', { price: wording.stars(priceStars) });
  if (invoiceLink !== null)
    return {
      text: lines(
        html`💎 <b>${orderInWords(message, wording)}</b>`,
        '',
        wording.html('paystep-renewing', { price: wording.stars(priceStars) }),
      ),
      ...keyboardOf([payLink(label, invoiceLink)], ...otherButtons(message, wording)),
    };
  const invoice = invoiceViewOf(message, wording);
  return {
    text: new Html(escapeHtml(invoice.description)),
    invoice,
    // https://core.telegram.org/bots/api#sendinvoice: the first button must pay.
    ...keyboardOf([{ text: label, pay: true }], ...otherButtons(message, wording)),
  };
}
