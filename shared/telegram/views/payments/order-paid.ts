import type { MessageOf } from '../../../domain/messages/messages';
import { lines } from '../html';
import { saleAmount } from '../order-progress';
import { orderInWords } from '../order-wording';
import type { View } from '../view';
import type { Wording } from '../wording';

/** Has no buttons, because nothing is left to do. The way in comes in a message of its own. */
export const orderPaidView = (message: MessageOf<'order_paid'>, wording: Wording): View => ({
  text: lines(
    wording.html('payments-paid'),
    orderInWords({ ...message, paid: saleAmount(message, wording) }, wording),
  ),
});
