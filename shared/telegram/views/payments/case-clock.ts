import type { MessageOf } from '../../../domain/messages/messages';
import type { CaseMoment } from '../../../domain/messages/case-clock';
import { lines, type Html } from '../html';
import { restButton, storyButton } from '../order-progress';
import { orderInWords } from '../order-wording';
import { personInWords } from '../person';
import { keyboardOf, type View } from '../view';
import type { Wording } from '../wording';
import { oddPaymentView } from './case';
import { coinsInWords } from './case-heading';

const TO_OWNER = {
  '1_hour': 'cases-remind-1-hour',
  '1_day': 'cases-remind-1-day',
  '3_days': 'cases-remind-3-days',
  overdue: 'cases-remind-overdue',
  stays_open: 'cases-remind-stays-open',
  watch_ended: 'cases-remind-watch-ended',
} as const satisfies Record<CaseMoment, string>;

/** A case for its owner, with its buttons as they are now, and why it comes again. */
export function caseReminderView({ moment, odd }: MessageOf<'case_reminder'>, wording: Wording): View {
  const { text, ...buttons } = oddPaymentView(odd, wording);
  return { text: lines(wording.html(TO_OWNER[moment]), '', text), ...buttons };
}

/** What happens next to a payment that nobody has decided about. */
function waitingKey({ moment, news, status, restCents }: MessageOf<'case_waiting'>) {
  const isHanging = news === 'hanging';
  if (moment === 'watch_ended') return 'cases-waiting-watch-ended';
  if (restCents !== undefined) return 'cases-waiting-rest';
  if (moment !== 'stays_open') return isHanging ? 'cases-waiting-hanging' : 'cases-waiting';
  // Money that was not confirmed, or came with a failure, may not have reached the owner.
  if (isHanging) return 'cases-open-hanging';
  return status === 'failed' || status === 'expired' ? 'cases-open-failed' : 'cases-open';
}

/** What the payer reads about a payment that nobody has decided about. */
export function caseWaitingView(message: MessageOf<'case_waiting'>, wording: Wording): View {
  const { restCents, reference } = message;
  const values = {
    amount: coinsInWords(message, wording),
    ...(restCents !== undefined && { rest: wording.usd(restCents) }),
  };
  return {
    text: lines(wording.html(waitingKey(message), values), '', orderInWords(message, wording)),
    ...keyboardOf(restCents === undefined ? [] : [restButton(reference, restCents, wording)], [
      storyButton(message, wording),
    ]),
  };
}

/** Only the owner is told who paid. */
function payerLines({ payer, paymentId }: MessageOf<'case_accepted'>, wording: Wording): readonly Html[] {
  if (payer === null) return [];
  return [
    wording.html('common-from', { person: personInWords(payer, wording) }),
    wording.html('cases-payment', { payment: String(paymentId) }),
  ];
}

/** A payment that was a little short was accepted, because nobody decided about it for a week. */
export function caseAcceptedView(message: MessageOf<'case_accepted'>, wording: Wording): View {
  const { missingCents, payer } = message;
  return {
    text: lines(
      wording.html(payer === null ? 'cases-accepted' : 'cases-accepted-owner', {
        missing: wording.usd(missingCents),
      }),
      '',
      orderInWords(message, wording),
      ...payerLines(message, wording),
    ),
    ...keyboardOf([storyButton(message, wording)]),
  };
}
