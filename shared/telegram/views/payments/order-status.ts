import type { MessageOf } from '../../../domain/messages/messages';
import { lines } from '../html';
import {
  backToSubscriptions,
  onwardButtons,
  orderAndProgress,
  orderButtons,
  storyButton,
} from '../order-progress';
import { referenceInWords } from '../order-wording';
import { talkButton } from '../talk-buttons';
import { keyboardOf, type View } from '../view';
import type { Wording } from '../wording';

export const orderCancelledView = (
  { isUnconfirmed, reference }: MessageOf<'order_cancelled'>,
  wording: Wording,
): View => ({
  text: wording.html(
    isUnconfirmed === true ? 'payments-invoice-cancelled-unconfirmed' : 'payments-invoice-cancelled',
  ),
  ...keyboardOf(reference === undefined ? [] : [storyButton({ reference }, wording)], [
    backToSubscriptions(wording),
  ]),
});

export const orderStatusView = (message: MessageOf<'order_status'>, wording: Wording): View => ({
  text: lines(
    wording.html('orders-progress', orderAndProgress(message, wording)),
    referenceInWords(message.reference, wording),
  ),
  ...keyboardOf(
    orderButtons(message, wording),
    onwardButtons(message, wording),
    [storyButton(message, wording)],
    [talkButton(message, wording)],
    [backToSubscriptions(wording)],
  ),
});
