import type { InlineKeyboardButton } from 'grammy/types';
import { areForEver } from '../../../domain/common/for-ever';
import type { OpenChannelId } from '../../../domain/common/ids';
import type { CaseAnswer } from '../../../domain/messages/cases';
import type { MessageOf } from '../../../domain/messages/messages';
import { callbackData } from '../../codec/callback-data';
import { durationIn } from '../access-end';
import type { Html } from '../html';
import { worthInWords } from '../order-wording';
import { button } from '../view';
import type { Wording } from '../wording';
import { coinsInWords } from './case-heading';

type OddPayment = MessageOf<'odd_payment'>;

/** True if the order is unpaid: only then is `accept` among the answers, and a credit counts toward its price. */
export const isOnOpenOrder = ({ answers }: OddPayment): boolean =>
  answers.some(({ decision }) => decision === 'accept');

/** Asks the owner what the coins of a payment were worth. */
export const worthButton = (
  { openChannelId, paymentId }: { readonly openChannelId: OpenChannelId; readonly paymentId: number },
  wording: Wording,
): InlineKeyboardButton =>
  button(wording.text('cases-enter-worth'), callbackData.own('case-worth', openChannelId, paymentId));

type Credit = Extract<CaseAnswer, { decision: 'credit' }>;

function creditLabel({ worthCents, days }: Credit, message: OddPayment, wording: Wording): string {
  if (worthCents === null) return wording.text('cases-keep-coins', { coins: coinsInWords(message, wording) });
  const amount = worthInWords(worthCents, message, wording);
  if (days > 0)
    return wording.text('cases-give-days', {
      duration: areForEver(days) ? durationIn(days, wording) : wording.text('common-days', { count: days }),
      amount,
    });
  return isOnOpenOrder(message) ? wording.text('cases-count', { amount }) : wording.text('cases-keep');
}

/** The words on the button of an answer. No button names more dollars than came. */
export function answerLabel(answer: CaseAnswer, message: OddPayment, wording: Wording): string {
  switch (answer.decision) {
    case 'accept':
      return message.worthCents === null
        ? wording.text('cases-accept-coins', { coins: coinsInWords(message, wording) })
        : wording.text('cases-accept');
    case 'refund':
      return message.isRefundedByUs === true
        ? wording.text('refunds-button', { amount: coinsInWords(message, wording) })
        : wording.text('cases-refund');
    case 'wait':
      return wording.text('cases-wait');
    case 'type':
      return wording.text('cases-enter-worth');
    case 'credit':
      return creditLabel(answer, message, wording);
  }
}

function meaningKey(answer: CaseAnswer, message: OddPayment) {
  switch (answer.decision) {
    case 'accept':
      return message.news === 'hanging' ? 'cases-accept-hanging-means' : 'cases-accept-means';
    case 'refund':
      return message.isRefundedByUs === true ? 'refunds-means' : 'cases-refund-means';
    case 'wait':
      return 'cases-wait-means';
    case 'type':
      return 'cases-enter-worth-means';
    case 'credit':
      if (answer.days > 0) return 'cases-give-days-means';
      return isOnOpenOrder(message) ? 'cases-count-means' : 'cases-keep-means';
  }
}

/** What an answer does, after the words on its button. */
export const answerMeaning = (answer: CaseAnswer, message: OddPayment, wording: Wording): Html =>
  wording.html(meaningKey(answer, message), {
    label: answerLabel(answer, message, wording),
    item: message.item.kind,
    duration: answer.decision === 'credit' ? durationIn(answer.days, wording) : 'unknown',
  });
