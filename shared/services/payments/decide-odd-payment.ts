import { savePaymentDecision } from '../../database/payments/save-decision';
import { findCase } from '../../database/payments/cases';
import { readPaymentCase } from '../../database/payments/payments';
import { caseMessage } from '../../domain/payments/tell-payment';
import { decideCase } from '../../domain/decide-payment';
import type { Message } from '../../domain/messages/messages';
import { react, type PromptEffect, type Reaction } from '../../domain/prompt-effects';
import { continueUnder } from '../../logger';
import type { Button, IntentOf } from '../../telegram/route-update';
import { underCurrentId } from '../common/delivery-of';
import { alert, replaceMessage, type UpdateContext } from '../common/update-context';
import { CONFLICT, retryOnConflict } from '../common/retry-on-conflict';

const NOT_YOURS = { answer: 'owner_decides' } as const;

/** The case as it is by now: its order has changed since the button was drawn. */
function shownAnew(button: Button, message: Message | undefined): Reaction {
  const isOpen = message?.type === 'odd_payment' && message.answers.length > 0;
  const name = isOpen ? 'order_changed' : 'nothing_to_decide';
  const { queryId, chatId, messageId } = button;
  const answer: PromptEffect = { type: 'answer_query', queryId, answer: { answer: name }, isAlert: true };
  return isOpen ? react({ type: 'replace_message', chatId, messageId, message }, answer) : react(answer);
}

/**
 * An owner's word about an odd payment. Once: pressed again, by another owner's phone or after the buyer paid the rest,
 * it says that it was decided. Throws `Unavailable` when the order is being changed all the time.
 */
export async function decideOddPayment(
  handled: UpdateContext,
  intent: IntentOf<'decide_case'>,
): Promise<Reaction> {
  const { database, delivery } = handled;
  const { user, paymentId, decision, days, button } = intent;
  return retryOnConflict({ what: 'order' }, async () => {
    // Anew each time: who lost their role meanwhile writes nothing, and must not try for ever.
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
    const said = known.payments.find((payment) => payment.paymentId === paymentId)?.decision;
    // A repeat of this very tap: its first delivery may have died before it was shown.
    if (isHandled && said != null)
      return {
        ...replaceMessage(button, { type: 'case_decided', ...about, decision: said }),
        isPromised: true,
      };
    const decided = decideCase(known, { paymentId, decision, ...(days !== undefined && { days }) });
    if (decided === undefined) return shownAnew(button, caseMessage(known, paymentId));
    const decidedBy = { userId: user.id, paymentId, decision };
    const ruled = { known, version, decision: decided, decidedBy };
    if (!(await savePaymentDecision(database, ruled, underCurrentId(delivery)))) return CONFLICT;
    return { ...replaceMessage(button, { type: 'case_decided', ...about, decision }), isPromised: true };
  });
}
