import type { Cents } from '../../../domain/common/ids';
import type { MessageOf } from '../../../domain/messages/messages';
import type { WordingKey } from '../../catalog';
import { html, lines, type Html } from '../html';
import { storyButton } from '../order-progress';
import { differenceInWords, orderInWords, receivedInWords, referenceInWords } from '../order-wording';
import { talkButton } from '../talk-buttons';
import { keyboardOf, shortTitle, type View } from '../view';
import type { Wording } from '../wording';

/** The catalogs choose by it. */
const UNKNOWN = 'unknown';

const thanksKey = ({ growth, isFurther }: MessageOf<'thanks'>): WordingKey => {
  if (isFurther === true)
    return growth === true ? 'payments-thanks-further-grown' : 'payments-thanks-further';
  return growth === true ? 'payments-thanks-grown' : 'payments-thanks';
};

/** Thanks a donor for what came. A subscriber gets the message with the invite link instead. */
export const thanksView = (message: MessageOf<'thanks'>, wording: Wording): View => {
  const { title, amountCents, receivedCents = amountCents, isFurther, received } = message;
  // Only the coins, if nobody knows what they are worth.
  const amount = receivedCents > 0 ? wording.usd(receivedCents) : receivedInWords(received, wording);
  // The planned amount was that of the first gift.
  const more = (isFurther === true ? 0 : receivedCents - amountCents) as Cents;
  return {
    text: lines(
      wording.html(thanksKey(message), { amount: amount ?? UNKNOWN, title: shortTitle(title) }),
      more > 0 ? wording.html('payments-thanks-more', { more: wording.usd(more) }) : undefined,
    ),
    ...keyboardOf([storyButton(message, wording)]),
  };
};

type PaymentNews = MessageOf<'payment_news'>;

/** Whether a payment failed or expired, and so may never have reached the owner. */
const isUnsure = ({ status }: PaymentNews): boolean => status === 'failed' || status === 'expired';

/** Tells about a payment that brought less than a price, or ended otherwise than by arriving. */
function partText(message: PaymentNews, amount: string, wording: Wording): Html {
  const { item, status } = message;
  if (status === 'failed') return wording.html('payments-news-arrived-and-failed', { amount });
  if (status === 'expired') return wording.html('payments-news-arrived-and-expired', { amount });
  // A gift has no price, so nothing of it is missing.
  const { missing } = item.kind === 'donation' ? {} : differenceInWords(message, wording);
  return missing === undefined
    ? wording.html('payments-news-incomplete', { amount })
    : wording.html('payments-news-short', { amount, missing });
}

/** Tells the payer what happened to their payment, and whether its owner decides about it. */
function payerText(message: PaymentNews, wording: Wording): { readonly text: Html; readonly isOpen?: true } {
  const { news, item } = message;
  const isDonation = item.kind === 'donation';
  const amount = receivedInWords(message, wording) ?? UNKNOWN;
  const undecided = (text: Html) => ({ text, isOpen: true }) as const;
  const safety = wording.html(isUnsure(message) ? 'payments-news-unsure' : 'payments-news-not-lost');
  const withSafety = (text: Html) => undecided(html`${text} ${safety}`);
  switch (news) {
    case 'seen':
      return { text: wording.html('payments-news-seen', { amount }) };
    case 'hanging':
      return undecided(wording.html('payments-news-unconfirmed', { amount }));
    case 'over': {
      const { excess = UNKNOWN } = differenceInWords(message, wording);
      return undecided(
        wording.html(isDonation ? 'payments-news-donation-over' : 'payments-news-over', { excess }),
      );
    }
    case 'partial':
      return message.isRemainder === true
        ? undecided(wording.html('payments-news-remainder', { amount }))
        : withSafety(partText(message, amount, wording));
    case 'late':
      return withSafety(wording.html('payments-news-late', { amount }));
    case 'repeated':
      return withSafety(wording.html('payments-news-repeated', { amount }));
    case 'wrong_asset':
      return withSafety(wording.html('payments-news-wrong-asset', { amount }));
    case 'amount_mismatch':
      return withSafety(wording.html('payments-news-amount-mismatch', { amount }));
    case 'other_payer':
      return withSafety(
        wording.html(message.isForAnother ? 'payments-news-for-another' : 'payments-news-other-payer', {
          amount,
        }),
      );
    case 'closed':
      return withSafety(wording.html('payments-news-closed', { amount }));
    case 'credited':
      return { text: wording.html('payments-news-credited', { amount }) };
    case 'failed':
      return { text: wording.html('payments-news-failed') };
    case 'expired':
      return { text: wording.html('payments-news-expired') };
    case 'refunded':
      return {
        text: wording.html(isDonation ? 'payments-news-donation-refunded' : 'payments-news-refunded', {
          amount,
        }),
      };
  }
}

/** Has the order's reference only while the owner decides, because only then has the payer to quote it. */
export const paymentNewsView = (message: PaymentNews, wording: Wording): View => {
  const { text, isOpen } = payerText(message, wording);
  // The story of an order is its buyer's.
  if (message.isForAnother)
    return { text: lines(text, isOpen && referenceInWords(message.reference, wording)) };
  return {
    text: lines(
      text,
      '',
      orderInWords(message, wording),
      isOpen && referenceInWords(message.reference, wording),
    ),
    ...keyboardOf([storyButton(message, wording)], isOpen ? [talkButton(message, wording)] : []),
  };
};
