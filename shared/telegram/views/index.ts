import { DEFAULT_LANGUAGE, type Language } from '../../domain/common/language';
import type { Message, MessageOf } from '../../domain/messages/messages';
import * as access from './access/access';
import * as cases from './payments/case';
import * as clock from './payments/case-clock';
import * as decision from './payments/case-decision';
import * as donation from './donations/donation';
import * as help from './help';
import { moneyHeldView } from './payments/held-money';
import * as invoice from './payments/invoice';
import * as orderStatus from './payments/order-status';
import * as noInvoice from './payments/invoice-refused';
import { languagePageView } from './language-page';
import { keypadView } from './donations/keypad';
import * as member from './access/member';
import { mySubscriptionsView } from './access/my-subscriptions';
import { reminderView } from './access/reminder';
import * as offer from './payments/offer';
import { orderPaidView } from './payments/order-paid';
import { orderStoryView } from './payments/order-story';
import { OWNER_VIEWS } from './owner';
import * as payment from './payments/payment';
import { privacyView } from './privacy';
import * as renewal from './access/renewal';
import * as sale from './payments/sale';
import * as choice from './stars/choose-payment';
import { starInvoiceView } from './stars/star-invoice';
import * as talk from './talks/talk';
import type { View } from './view';
import { wordingIn, type Wording } from './wording';

const VIEWS: { readonly [Type in Message['type']]: (message: MessageOf<Type>, wording: Wording) => View } = {
  welcome: help.welcomeView,
  help: help.helpView,
  pay_support: help.paySupportView,
  terms: help.termsView,
  privacy: privacyView,
  language_page: languagePageView,
  not_understood: help.notUnderstoodView,
  link_not_understood: help.linkNotUnderstoodView,
  channel_unknown: help.channelUnknownView,
  channel_paused: help.channelPausedView,
  payments_off: help.paymentsOffView,
  no_coin_on: help.noCoinOnView,
  channel_list: offer.channelListView,
  channel_page: offer.channelPageView,
  money_held: moneyHeldView,
  offer_post: offer.offerPostView,
  post_retired: offer.postRetiredView,
  my_subscriptions: mySubscriptionsView,
  order_story: orderStoryView,
  keypad: keypadView,
  keypad_confirmed: donation.keypadConfirmedView,
  keypad_cancelled: donation.keypadCancelledView,
  keypad_expired: donation.keypadExpiredView,
  donate_post: donation.donatePostView,
  pay_now: invoice.payNowView,
  choose_payment: choice.choosePaymentView,
  stars_refused: choice.starsRefusedView,
  star_invoice: starInvoiceView,
  rest_refused: invoice.restRefusedView,
  invoice_delayed: noInvoice.invoiceDelayedView,
  invoice_refused: noInvoice.invoiceRefusedView,
  invoices_refused: noInvoice.invoicesRefusedView,
  order_status: orderStatus.orderStatusView,
  order_cancelled: orderStatus.orderCancelledView,
  order_paid: orderPaidView,
  thanks: payment.thanksView,
  payment_news: payment.paymentNewsView,
  donation_received: sale.donationReceivedView,
  subscription_sold: sale.subscriptionSoldView,
  payment_received: sale.paymentReceivedView,
  test_notification: sale.testNotificationView,
  odd_payment: cases.oddPaymentView,
  case_reminder: clock.caseReminderView,
  case_waiting: clock.caseWaitingView,
  case_accepted: clock.caseAcceptedView,
  refund_question: decision.refundQuestionView,
  case_decided: decision.caseDecidedView,
  owner_answered: decision.ownerAnsweredView,
  access: access.accessView,
  access_delayed: access.accessDelayedView,
  join_declined: access.joinDeclinedView,
  reminder: reminderView,
  access_ended: access.accessEndedView,
  access_trouble: member.accessTroubleView,
  removal_trouble: member.removalTroubleView,
  member_kept: member.memberKeptView,
  removals_braked: member.removalsBrakedView,
  renewal_news: renewal.renewalNewsView,
  renewal_question: renewal.renewalQuestionView,
  renewal_asked: renewal.renewalAskedView,
  renewal_failed: renewal.renewalFailedView,
  renewal_not_ended: renewal.renewalNotEndedView,
  talk_orders: talk.talkOrdersView,
  talk_question: talk.talkQuestionView,
  talk_relayed: talk.talkRelayedView,
  talk_sent: talk.talkSentView,
  talk_undelivered: talk.talkUndeliveredView,
  talk_answered: talk.talkAnsweredView,
  talk_blocked: talk.talkBlockedView,
  ...OWNER_VIEWS,
};

/** Defaults for messages that were promised before subscriptions existed, because the outbox keeps them for days. */
const BEFORE_SUBSCRIPTIONS = {
  item: { kind: 'donation' },
  occasion: { type: 'purchase' },
  answers: [],
  received: { amountCrypto: null, cryptoCurrency: null, expectedCrypto: null },
} as const;

/** Words a message in a language. */
export function viewOf(message: Message, language: Language = DEFAULT_LANGUAGE): View {
  // Each view takes messages of its own type only. TypeScript can't infer that from an index by type.
  const view = VIEWS[message.type] as (message: Message, wording: Wording) => View;
  return view({ ...BEFORE_SUBSCRIPTIONS, ...message }, wordingIn(language));
}
