import { findCase } from '../../database/payments/cases';
import { releaseRemovals, switchRemovalsOff } from '../../database/access/removal-rulings';
import { readPaymentCase } from '../../database/payments/payments';
import { savePaymentDecision } from '../../database/payments/save-decision';
import { caseMessage } from '../../domain/payments/tell-payment';
import { decideCase } from '../../domain/decide-payment';
import type { Message } from '../../domain/messages/messages';
import { react, type PromptEffect, type Reaction } from '../../domain/prompt-effects';
import { continueUnder } from '../../logger';
import type { Button, Intent } from '../../telegram/route-update';
import { endProtection, type RemovalTime } from '../access/end-protection';
import { underCurrentId } from '../common/delivery-of';
import { alert, replaceMessage, type UpdateContext } from '../common/update-context';
import { CONFLICT, retryOnConflict } from '../common/until-unchanged';

type Of<Type extends Intent['type']> = Extract<Intent, { type: Type }>;

const MAX_TRIES = 20;
const NOT_YOURS = 'Only the owner of the channel can decide this.';

/** The case as it is by now: its order has changed since the button was drawn. */
function shownAnew(button: Button, message: Message | undefined): Reaction {
  const isOpen = message?.type === 'odd_payment' && message.answers.length > 0;
  const text = isOpen
    ? 'The order has changed since. Look at it again, please.'
    : 'There is nothing to decide about this payment any more.';
  const { queryId, chatId, messageId } = button;
  const answer: PromptEffect = { type: 'answer_query', queryId, text, isAlert: true };
  return isOpen ? react({ type: 'replace_message', chatId, messageId, message }, answer) : react(answer);
}

/**
 * An owner's word about an odd payment. Once: pressed again, by another owner's phone or after the buyer paid the rest,
 * it says that it was decided. Throws `Unavailable` when the order is being changed all the time.
 */
export async function decideOddPayment(handled: UpdateContext, intent: Of<'decide_case'>): Promise<Reaction> {
  const { database, delivery } = handled;
  const { user, paymentId, decision, days, button } = intent;
  return retryOnConflict({ what: 'order', tries: MAX_TRIES }, async () => {
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

const GOING: Readonly<Record<RemovalTime, string>> = {
  now: 'The member will be removed now.',
  later: 'They have time left by now: they will be removed when it is over, unless they renew.',
  removals_off: 'They will be removed when removals from this channel are switched on again.',
};

/** An owner's word about removals: a protected member, the brake, the switch. */
export async function ruleMembers(
  { database, delivery }: UpdateContext,
  intent: Of<'remove_protected' | 'release_brake' | 'stop_removals'>,
): Promise<Reaction> {
  const { openChannelId, button } = intent;
  const ruling = { actorUserId: intent.user.id, openChannelId };
  const answered = (text: string): Reaction => ({
    ...replaceMessage(button, { type: 'owner_answered', text }),
    isPromised: true,
  });
  switch (intent.type) {
    case 'remove_protected': {
      const going = await endProtection(database, delivery, { ...ruling, userId: intent.userId });
      return going === undefined ? alert(button, NOT_YOURS) : answered(GOING[going]);
    }
    case 'release_brake': {
      const isTheirs = await releaseRemovals(database, delivery, ruling);
      return isTheirs ? answered('Removals go on, without a limit for an hour.') : alert(button, NOT_YOURS);
    }
    case 'stop_removals': {
      const isTheirs = await switchRemovalsOff(database, delivery, ruling);
      return isTheirs
        ? answered('Nobody is removed from this channel any more, until removals are switched on again.')
        : alert(button, NOT_YOURS);
    }
  }
}
