import { savePaymentDecision } from '../../database/payments/save-decision';
import { findCase } from '../../database/payments/cases';
import { readPaymentCase } from '../../database/payments/payments';
import { caseMessage } from '../../domain/payments/tell-payment';
import { decideCase } from '../../domain/decide-payment';
import type { Cents } from '../../domain/common/ids';
import { receivedBy } from '../../domain/payments/oddity';
import type { Order, Payment } from '../../domain/payments/payment';
import { receivedCentsOf } from '../../domain/payments/received';
import type { Message } from '../../domain/messages/messages';
import { react, type PromptEffect, type Reaction } from '../../domain/prompt-effects';
import { continueUnder } from '../../logger';
import type { Button, IntentOf } from '../../telegram/route-update';
import { underCurrentId } from '../common/delivery-of';
import { alert, replaceMessage, type UpdateContext } from '../common/update-context';
import { CONFLICT, retryOnConflict } from '../common/retry-on-conflict';

/** What a payment that was accepted or counted counts for. */
function countedFor(
  payment: Payment | undefined,
  order: Order,
): { worthCents?: Cents; isWorthUnknown?: true } {
  if (payment === undefined || payment.decision === null || payment.decision === 'refund') return {};
  const worthCents = receivedCentsOf(payment, order);
  return worthCents === null ? { isWorthUnknown: true } : { worthCents };
}

const NOT_YOURS = { answer: 'owner_decides' } as const;

/** Shows the case as it is now, because its order has changed since the button was drawn. */
function showCurrentCase(button: Button, message: Message | undefined): Reaction {
  const isOpen = message?.type === 'odd_payment' && message.answers.length > 0;
  const name = isOpen ? 'order_changed' : 'nothing_to_decide';
  const { queryId, chatId, messageId } = button;
  const answer: PromptEffect = { type: 'answer_query', queryId, answer: { answer: name }, isAlert: true };
  return isOpen ? react({ type: 'replace_message', chatId, messageId, message }, answer) : react(answer);
}

/**
 * Carries out the owner's decision about an odd payment, once. If it is pressed again, on another owner's phone or
 * after the buyer paid the rest, says that it was decided. Throws `Unavailable` if the order keeps changing.
 */
export async function decideOddPayment(
  context: UpdateContext,
  intent: IntentOf<'decide_case'>,
): Promise<Reaction> {
  const { database, delivery } = context;
  const { user, paymentId, button } = intent;
  return retryOnConflict({ what: 'order' }, async () => {
    // Read again on each try: a user who has lost their role writes nothing, and must not retry forever.
    const reference = await findCase(database, { paymentId, userId: user.id });
    if (reference === undefined) return alert(button, NOT_YOURS);
    const { known, version, isHandled, correlationId } = await readPaymentCase(database, reference, delivery);
    if (known === undefined) return CONFLICT;
    continueUnder({ reference, correlationId });
    const { order, channel } = known;
    const about = {
      reference,
      title: channel.title,
      item: order.item,
      amountCents: order.amountCents,
      paymentId,
      openChannelId: channel.openChannelId,
    };
    const found = known.payments.find((payment) => payment.paymentId === paymentId);
    const savedDecision = found?.decision ?? (found?.isWaitedFor === true ? 'wait' : null);
    // A repeat of this tap: the first delivery may have died before the user saw the result.
    if (isHandled && savedDecision !== null)
      return {
        ...replaceMessage(button, {
          type: 'case_decided',
          ...about,
          decision: savedDecision,
          ...countedFor(found, order),
        }),
        isPromised: true,
      };
    const decided = decideCase(known, intent);
    if (found === undefined || decided === undefined)
      return showCurrentCase(button, caseMessage(known, paymentId));
    // A payer who reads about a refund expects money, so the owner is asked once more.
    if (intent.decision === 'refund' && intent.isConfirmed !== true)
      return replaceMessage(button, { type: 'refund_question', ...about, ...receivedBy(found, order) });
    const now = decided.payments.find((payment) => payment.paymentId === paymentId);
    const decision = now?.decision ?? intent.decision;
    const decidedBy = { userId: user.id, paymentId, decision };
    const ruled = { known, version, decision: decided, decidedBy };
    if (!(await savePaymentDecision(database, ruled, underCurrentId(delivery)))) return CONFLICT;
    const message = { type: 'case_decided', ...about, decision, ...countedFor(now, order) } as const;
    return { ...replaceMessage(button, message), isPromised: true };
  });
}
