import type { Coins, Refundable } from '../../../../domain/messages/cases';
import type { MessageOf } from '../../../../domain/messages/messages';
import type { OfChannel } from '../../../../domain/messages/parts';
import type { RefundRefusal } from '../../../../domain/stars/refunds';
import type { InlineKeyboardButton } from 'grammy/types';
import { callbackData } from '../../../codec/callback-data';
import { lines, type Html } from '../../html';
import { orderInWords } from '../../order-wording';
import { personInWords } from '../../person';
import { button, distinctLabels, keyboardOf, type View } from '../../view';
import type { Wording } from '../../wording';
import { noteLine, ownButton } from '../menu';

type RefundPage = MessageOf<'refund_page'>;

const REFUSALS = {
  balance_too_low: 'refunds-refused-balance',
  unanswered: 'refunds-refused-unanswered',
  refused: 'refunds-refused-other',
} as const satisfies Record<RefundRefusal, string>;

/** What is sent back, as its rail counts it. */
const sentBackInWords = ({ amountCrypto, cryptoCurrency }: Coins, wording: Wording): string =>
  wording.crypto(amountCrypto, cryptoCurrency);

/** What a refund does, before it is made. */
const effectLines = (message: RefundPage, wording: Wording): readonly Html[] => [
  wording.html('refunds-leaves-balance', { amount: sentBackInWords(message, wording) }),
  ...(message.givesAccess ? [wording.html('refunds-ends-access')] : []),
  ...(message.renews ? [wording.html('refunds-ends-renewal')] : []),
];

const yesButton = (message: RefundPage, wording: Wording): InlineKeyboardButton[] =>
  ownButton(message, wording.text('refunds-yes', { amount: sentBackInWords(message, wording) }), [
    'refund-now',
    message.paymentId,
  ]);

/** Lines after an empty one. */
const below = (some: readonly Html[]): readonly (Html | '')[] => (some.length === 0 ? [] : ['', ...some]);

/** The heading of each state but the question, with what follows it. */
const SAID = { asked: 'refunds-on-its-way', refunded: 'refunds-done' } as const;

/** Asks once more before a payment is sent back, because nothing brings it back, and shows how far that is. */
export function refundPageView(message: RefundPage, wording: Wording): View {
  const { state, refusal } = message;
  const values = {
    amount: sentBackInWords(message, wording),
    person: personInWords(message.payer, wording),
  };
  const isQuestion = state === 'open' || state === 'refused';
  return {
    text: lines(
      ...noteLine(message.note, wording),
      wording.html(isQuestion ? 'refunds-ask' : SAID[state], values),
      '',
      orderInWords({ ...message, paid: sentBackInWords(message, wording) }, wording),
      wording.html('cases-payment', { payment: String(message.paymentId) }),
      ...below(state === 'refused' && refusal !== null ? [wording.html(REFUSALS[refusal], values)] : []),
      ...below(isQuestion ? effectLines(message, wording) : []),
    ),
    ...keyboardOf(
      isQuestion ? yesButton(message, wording) : [],
      ownButton(message, wording.text(isQuestion ? 'cases-no' : 'common-back'), ['order', message.reference]),
    ),
  };
}

/** The payment that a manager asked to send back, below what became of that. */
const aboutRefundLines = (
  message: MessageOf<'refund_done' | 'refund_refused'>,
  heading: 'refunds-done' | 'refunds-refused',
  wording: Wording,
): readonly (Html | '')[] => {
  const amount = sentBackInWords(message, wording);
  return [
    wording.html(heading, { amount, person: personInWords(message.payer, wording) }),
    '',
    orderInWords({ ...message, paid: amount }, wording),
    wording.html('cases-payment', { payment: String(message.paymentId) }),
  ];
};

/** Tells a manager that a payment was sent back. */
export const refundDoneView = (message: MessageOf<'refund_done'>, wording: Wording): View => ({
  text: lines(...aboutRefundLines(message, 'refunds-done', wording)),
});

/** Tells who asked that a payment was not sent back, and what to do. */
export const refundRefusedView = (message: MessageOf<'refund_refused'>, wording: Wording): View => ({
  text: lines(
    ...aboutRefundLines(message, 'refunds-refused', wording),
    '',
    wording.html(REFUSALS[message.refusal]),
  ),
  ...keyboardOf([
    button(
      wording.text('refunds-again'),
      callbackData.own('refund', message.openChannelId, message.paymentId),
    ),
  ]),
});

/** A button for each payment that we can send back. Only roles that may have us do it see any. */
export function refundButtons(
  of: Pick<OfChannel, 'openChannelId' | 'role'>,
  refundable: readonly Refundable[] | undefined,
  wording: Wording,
): readonly InlineKeyboardButton[][] {
  const payments = refundable ?? [];
  const labels = distinctLabels(
    payments.map((payment) => ({
      label: wording.text(payment.isAsked ? 'refunds-button-asked' : 'refunds-button', {
        amount: sentBackInWords(payment, wording),
      }),
      day: wording.day(new Date(payment.seenAt).toISOString().slice(0, 10)),
    })),
    wording,
  );
  return payments.map(({ paymentId }, index) => ownButton(of, labels[index] ?? '', ['refund', paymentId]));
}
