import type { InlineKeyboardButton } from 'grammy/types';
import type { OpenChannelId } from '../../../domain/common/ids';
import type { CaseAnswer } from '../../../domain/messages/cases';
import { formatUsd } from '../../../domain/common/money';
import type { MessageOf } from '../../../domain/messages/messages';
import { callbackData } from '../../codec/callback-data';
import { button } from '../view';
import { cryptoAmount, plural } from '../words';

type OddPayment = MessageOf<'odd_payment'>;

/** True if the order is unpaid: only then is `accept` among the answers, and a credit counts toward its price. */
export const isOnOpenOrder = ({ answers }: OddPayment): boolean =>
  answers.some(({ decision }) => decision === 'accept');

const ENTER_WORTH = '💵 Enter its worth';

/** Asks the owner what the coins of a payment were worth. */
export const worthButton = ({
  openChannelId,
  paymentId,
}: {
  readonly openChannelId: OpenChannelId;
  readonly paymentId: number;
}): InlineKeyboardButton => button(ENTER_WORTH, callbackData.own('case-worth', openChannelId, paymentId));

/** Only the coins, if nobody knows what they are worth. */
const coinsOf = (message: OddPayment): string => cryptoAmount(message) ?? 'it';

/** The words on the button of an answer. No button names more dollars than came. */
export function answerLabel(answer: CaseAnswer, message: OddPayment): string {
  switch (answer.decision) {
    case 'accept':
      return message.worthCents === null ? `✅ Accept ${coinsOf(message)} as paid` : '✅ Accept as paid';
    case 'refund':
      return '↩️ I refunded it';
    case 'wait':
      return '⏳ Wait for it';
    case 'type':
      return ENTER_WORTH;
    case 'credit': {
      const { worthCents, days } = answer;
      if (worthCents === null) return `➕ Keep ${coinsOf(message)}`;
      if (days > 0) return `➕ Credit ${formatUsd(worthCents)} as ${plural(days, 'day')}`;
      return isOnOpenOrder(message) ? `➕ Count ${formatUsd(worthCents)}` : '➕ Keep it';
    }
  }
}

/** What an answer does, in a sentence that follows its label. */
export function answerMeaning(answer: CaseAnswer, message: OddPayment): string {
  const isDonation = message.item.kind === 'donation';
  switch (answer.decision) {
    case 'accept':
      if (message.news === 'hanging')
        return `you trust that it will arrive, and ${isDonation ? 'it counts as the donation' : 'the buyer gets access now'}.`;
      return isDonation
        ? 'it counts as the donation, and the donor is thanked.'
        : 'what came is enough for you, and the buyer is let in.';
    case 'refund':
      return 'press it after you sent the money back from your NOWPayments account. I cannot move money myself.';
    case 'wait':
      return "I'll stop reminding you.";
    case 'type':
      return 'type what the coins were worth in dollars. You see what it does before it counts.';
    case 'credit':
      if (answer.days > 0) return 'the buyer has access for so much longer.';
      if (isOnOpenOrder(message)) return 'it counts toward the price.';
      return isDonation
        ? 'it counts as one more donation.'
        : 'it stays with you and buys nothing; the payer is told that it was counted.';
  }
}
