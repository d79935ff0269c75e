import type { Cents } from '../../../domain/common/ids';
import type { MessageOf } from '../../../domain/messages/messages';
import { callbackData } from '../../codec/callback-data';
import { accessEndInWords, renewalInWords, type ReminderOccasion } from '../access-end';
import { html, lines, type Html } from '../html';
import { partOf, storyButton } from '../order-progress';
import { orderInWords, referenceInWords } from '../order-wording';
import { button, keyboardOf, payLink, shortTitle, type View } from '../view';
import type { Wording } from '../wording';

const purchaseView = (message: MessageOf<'pay_now'>, wording: Wording): View => {
  const { item, title, amountCents, invoiceUrl, reference, occasion } = message;
  return {
    text:
      item.kind === 'donation'
        ? lines(
            wording.html('payments-invoice-donation', {
              amount: wording.usd(amountCents),
              title: shortTitle(title),
            }),
            '',
            wording.html('payments-invoice-donation-how'),
          )
        : lines(html`💎 <b>${orderInWords(message, wording)}</b>`, '', wording.html('payments-invoice-how')),
    ...keyboardOf(
      [payLink(wording.text('common-pay-now'), invoiceUrl)],
      occasion.type === 'purchase' && occasion.isChosen && !occasion.isOnlyWay
        ? [button(wording.text('paystep-button-other'), callbackData.otherWay(reference))]
        : [],
      [button(wording.text('orders-cancel'), callbackData.cancelOrder(reference))],
    ),
  };
};

/** Has no cancel button, because a part of the money has already arrived. */
const restView = (message: MessageOf<'pay_now'>, receivedCents: Cents, wording: Wording): View => {
  const { amountCents, invoiceUrl, item } = message;
  const rest = wording.usd((amountCents - receivedCents) as Cents);
  const how = item.kind === 'donation' ? 'payments-invoice-rest-donation-how' : 'payments-invoice-rest-how';
  return {
    text: lines(
      wording.html('payments-invoice-rest', partOf(receivedCents, amountCents, wording)),
      '',
      wording.html(how, { rest }),
      '',
      orderInWords(message, wording),
    ),
    ...keyboardOf(
      [payLink(wording.text('orders-pay-rest', { amount: rest }), invoiceUrl)],
      [storyButton(message, wording)],
    ),
  };
};

const reminderInvoiceView = (
  message: MessageOf<'pay_now'>,
  reminder: ReminderOccasion,
  wording: Wording,
): View => {
  const { amountCents, dueCents, invoiceUrl, reference, title } = message;
  const isRest = dueCents !== amountCents;
  const order = orderInWords(message, wording);
  const received = wording.usd((amountCents - dueCents) as Cents);
  return {
    text: lines(
      accessEndInWords(title, reminder, wording),
      '',
      isRest
        ? wording.html('payments-invoice-renewal-rest', { order, received })
        : wording.html('payments-invoice-renewal', { order }),
      renewalInWords(reminder.daysLeft, wording),
    ),
    ...keyboardOf(
      [
        payLink(
          wording.text(isRest ? 'orders-pay-rest' : 'orders-pay-now', { amount: wording.usd(dueCents) }),
          invoiceUrl,
        ),
      ],
      // Money keeps an order from being cancelled.
      isRest
        ? [storyButton(message, wording)]
        : [button(wording.text('payments-invoice-not-now'), callbackData.cancelOrder(reference))],
    ),
  };
};

export function payNowView(message: MessageOf<'pay_now'>, wording: Wording): View {
  const { occasion } = message;
  switch (occasion.type) {
    case 'purchase':
      return purchaseView(message, wording);
    case 'rest':
      return restView(message, occasion.receivedCents, wording);
    case 'reminder':
      return reminderInvoiceView(message, occasion, wording);
  }
}

/** What happens next to a part whose rest has no invoice. */
function afterRefusal({ isAcceptedByDefault }: MessageOf<'rest_refused'>, wording: Wording): Html {
  if (isAcceptedByDefault === undefined) return wording.html('payments-rest-wait');
  return wording.html(isAcceptedByDefault ? 'payments-rest-accepted-by-default' : 'payments-rest-try-again');
}

export const restRefusedView = (message: MessageOf<'rest_refused'>, wording: Wording): View => {
  const { amountCents, receivedCents, restCents, reason, reference } = message;
  const why = reason === 'too_small' ? 'payments-rest-too-small' : 'payments-rest-refused';
  return {
    text: lines(
      wording.html('payments-rest-title', partOf(receivedCents, amountCents, wording)),
      '',
      html`${wording.html(why, { rest: wording.usd(restCents) })} ${afterRefusal(message, wording)}`,
      '',
      orderInWords(message, wording),
      referenceInWords(reference, wording),
    ),
    ...keyboardOf([storyButton(message, wording)]),
  };
};
