import type { Message } from '../../domain/messages';
import { assertNever } from '../../errors';
import {
  donatePostView,
  donationReceivedView,
  invoiceDelayedView,
  invoiceRefusedView,
  keypadCancelledView,
  keypadConfirmedView,
  keypadExpiredView,
  payNowView,
  thanksView,
} from './donation';
import * as help from './help';
import { keypadView } from './keypad';
import { oddPaymentView, orderStatusView, paymentNewsView } from './payment';
import type { View } from './view';

/** Words a message. */
export function viewOf(message: Message): View {
  switch (message.type) {
    case 'welcome':
      return { text: help.welcome };
    case 'help':
      return { text: help.help };
    case 'pay_support':
      return { text: help.paySupport };
    case 'terms':
      return { text: help.terms };
    case 'not_understood':
      return { text: help.notUnderstood };
    case 'link_not_understood':
      return { text: help.linkNotUnderstood };
    case 'channel_unknown':
      return { text: help.channelUnknown };
    case 'keypad':
      return keypadView(message);
    case 'keypad_confirmed':
      return keypadConfirmedView(message);
    case 'keypad_cancelled':
      return keypadCancelledView;
    case 'keypad_expired':
      return keypadExpiredView(message);
    case 'pay_now':
      return payNowView(message);
    case 'invoice_delayed':
      return invoiceDelayedView(message);
    case 'invoice_refused':
      return invoiceRefusedView(message);
    case 'thanks':
      return thanksView(message);
    case 'payment_news':
      return paymentNewsView(message);
    case 'odd_payment':
      return oddPaymentView(message);
    case 'donation_received':
      return donationReceivedView(message);
    case 'donate_post':
      return donatePostView(message);
    case 'order_status':
      return orderStatusView(message);
    default:
      return assertNever(message);
  }
}
