import { savePaymentDecision } from '../../database/payments/save-decision';
import { findCase } from '../../database/payments/cases';
import { caseMessage } from '../../domain/payments/tell-payment';
import { decideCase } from '../../domain/decide-payment';
import type { Cents } from '../../domain/common/ids';
import { railFacts } from '../../domain/common/rails';
import { judgePayments, type Judgement } from '../../domain/payments/judge-payments';
import { receivedBy } from '../../domain/payments/oddity';
import type { CaseDecision, Order, Payment } from '../../domain/payments/payment';
import type { PaymentCase } from '../../domain/payments/payment-case';
import { receivedCentsOf } from '../../domain/payments/received';
import { aboutOrder } from '../../domain/payments/tell';
import type { Message } from '../../domain/messages/messages';
import { react, type PromptEffect, type Reaction } from '../../domain/prompt-effects';
import { continueUnder } from '../../logger';
import type { Button, IntentOf } from '../../telegram/route-update';
import { underCurrentId } from '../common/delivery-of';
import { alert, replaceMessage, type UpdateContext } from '../common/update-context';
import { CONFLICT, retryOnConflict } from '../common/retry-on-conflict';
import { readCurrentCase, type CurrentCase } from './read-current-case';

/** What a payment that was accepted or counted counts for: in a paid order, at most what the order counts. */
function countedFor(
  payment: Payment | undefined,
  order: Order,
  { incomeCents }: Pick<Judgement, 'incomeCents'>,
): { worthCents?: Cents; worthStars?: number; isWorthUnknown?: true } {
  if (payment === undefined || payment.decision === null || payment.decision === 'refund') return {};
  if (railFacts(payment.rail).currency === 'xtr') return { worthStars: Number(payment.actuallyPaid) };
  const worthCents = receivedCentsOf(payment, order);
  if (worthCents === null) return { isWorthUnknown: true };
  const mostCents = payment.decision === 'accept' ? (incomeCents ?? worthCents) : worthCents;
  return { worthCents: Math.min(worthCents, mostCents) as Cents };
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

/** The owner's tap about a payment, with everything that is known when it is carried out. */
interface CaseTap {
  readonly context: UpdateContext;
  readonly intent: IntentOf<'decide_case'>;
  readonly reading: CurrentCase;
  readonly known: PaymentCase;
  readonly found: Payment | undefined;
}

/** Names the payment in a message about its case. */
const aboutPayment = ({ known, intent }: CaseTap, judgement: Judgement) => ({
  ...aboutOrder(known, judgement),
  paymentId: intent.paymentId,
  openChannelId: known.channel.openChannelId,
});

/** Shows what a decision did, in place of the case. */
function showDecision(
  tap: CaseTap,
  decision: CaseDecision,
  { payment, judgement }: { readonly payment: Payment | undefined; readonly judgement: Judgement },
): Reaction {
  const counted = countedFor(payment, tap.known.order, judgement);
  const message = { type: 'case_decided', ...aboutPayment(tap, judgement), decision, ...counted } as const;
  return { ...replaceMessage(tap.intent.button, message), isPromised: true };
}

/** Answers a repeat of a tap: the first delivery may have died before the user saw the result. */
function repeatResult(tap: CaseTap): Reaction | undefined {
  const { found: payment, reading, known } = tap;
  const saved = payment?.decision ?? (payment?.isWaitedFor === true ? 'wait' : null);
  if (!reading.isHandled || saved === null) return undefined;
  return showDecision(tap, saved, { payment, judgement: judgePayments(known.order, known.payments) });
}

/** Writes the decision and shows it. If there is nothing to decide, shows the case as it is now. */
async function carryOut(tap: CaseTap): Promise<Reaction | typeof CONFLICT> {
  const { context, intent, known, reading, found } = tap;
  const { database, delivery } = context;
  const { user, paymentId, button } = intent;
  const decided = decideCase(known, intent);
  if (found === undefined || decided === undefined)
    return { ...showCurrentCase(button, caseMessage(known, paymentId)), isPromised: reading.isJudgedAgain };
  // A payer who reads about a refund expects money, so the owner is asked once more.
  if (intent.decision === 'refund' && intent.isConfirmed !== true) {
    const received = receivedBy(found, known.order);
    const about = aboutPayment(tap, judgePayments(known.order, known.payments));
    return replaceMessage(button, { type: 'refund_question', ...about, ...received });
  }
  const now = decided.payments.find((payment) => payment.paymentId === paymentId);
  const decision = now?.decision ?? intent.decision;
  const decidedBy = { userId: user.id, paymentId, decision };
  const ruled = { known, version: reading.version, decision: decided, decidedBy };
  const isSaved = await savePaymentDecision(database, ruled, underCurrentId(delivery));
  return isSaved ? showDecision(tap, decision, { payment: now, judgement: decided.judgement }) : CONFLICT;
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
    const reading = await readCurrentCase(database, reference, delivery);
    const { known, correlationId } = reading;
    if (known === undefined) return CONFLICT;
    continueUnder({ reference, correlationId });
    const found = known.payments.find((payment) => payment.paymentId === paymentId);
    const tap = { context, intent, reading, known, found };
    return repeatResult(tap) ?? carryOut(tap);
  });
}
