import { findKeypadByMessage, type StoredKeypad } from '../../database/donations/keypads';
import { saveKeypad } from '../../database/donations/save-keypad';
import { STAR_RAIL } from '../../domain/common/rails';
import type { OrderReference } from '../../domain/common/ids';
import { orderTopic } from '../../domain/common/living-message';
import { centsOfStars, stepOfKeypad } from '../../domain/donations/choices';
import { leastOfKeypad } from '../../domain/donations/least-of-keypad';
import { MONEY_EXPIRES_SECONDS, type Promised } from '../../domain/effects';
import type { ToastAnswer } from '../../domain/messages/answers';
import { takesStars } from '../../domain/owner/allowed-owners';
import { promised, type Reaction } from '../../domain/prompt-effects';
import { continueUnder } from '../../logger';
import type { Button, IntentOf } from '../../telegram/route-update';
import { underCurrentId } from '../common/delivery-of';
import { newReference } from '../common/new-reference';
import { CONFLICT, retryOnConflict, type Conflict } from '../common/retry-on-conflict';
import { alert, type UpdateContext } from '../common/update-context';

/** Returns why nothing can be given by this keypad. */
function refusal(
  keypad: StoredKeypad,
  userId: number,
  { starsFor }: Pick<UpdateContext, 'starsFor'>,
): ToastAnswer | undefined {
  if (keypad.userId !== userId) return { answer: 'keypad_of_another' };
  if (keypad.isClosed || stepOfKeypad(keypad) !== 'star_amount') return { answer: 'keypad_not_in_use' };
  if (keypad.hasExpired) return { answer: 'keypad_expired' };
  if (keypad.isBanned) return { answer: 'not_sold_to_you' };
  if (keypad.isPaused) return { answer: 'donations_paused' };
  return takesStars(starsFor, keypad.ownerUserId) ? undefined : { answer: 'no_stars_now' };
}

const invoice = (reference: OrderReference): Promised => ({
  effect: {
    kind: 'invoice_on_rail',
    rail: STAR_RAIL,
    reference,
    renews: false,
    occasion: { type: 'purchase', isOfKeypad: true },
  },
  key: `${reference}:invoice:0`,
  expiresInSeconds: MONEY_EXPIRES_SECONDS,
  reference,
});

/** Shows what is given, until the invoice takes its place. */
const confirmed = (
  { queryId, chatId, messageId }: Button,
  { title }: StoredKeypad,
  { reference, priceStars }: { readonly reference: OrderReference; readonly priceStars: number },
): Reaction =>
  promised(
    {
      type: 'replace_message',
      chatId,
      messageId,
      message: {
        type: 'keypad_confirmed',
        title,
        amountCents: centsOfStars(priceStars),
        priceStars,
        invoiceUrl: null,
      },
      topic: orderTopic(reference),
    },
    { type: 'answer_query', queryId },
  );

/** Opens the order of a donation in Stars, once, and promises its invoice. */
export const giveStars = (
  context: UpdateContext,
  { user, button, place }: IntentOf<'give_stars'>,
): Promise<Reaction> =>
  retryOnConflict({ what: 'keypad' }, async (): Promise<Reaction | Conflict> => {
    const { database, delivery } = context;
    const keypad = await findKeypadByMessage(database, button);
    if (keypad === undefined) return alert(button, { answer: 'keypad_not_in_use' });
    const priceStars = keypad.starPresets?.[place - 1];
    const { order } = keypad;
    // The first delivery may have died before it woke the worker.
    if (
      keypad.userId === user.id &&
      order?.priceStars != null &&
      order.priceStars === priceStars &&
      order.state === 'open'
    )
      return confirmed(button, keypad, { reference: order.reference, priceStars });
    const refused = refusal(keypad, user.id, context);
    if (refused !== undefined) return alert(button, refused);
    if (priceStars === undefined) return alert(button, { answer: 'keypad_not_in_use' });
    const reference = newReference();
    const saved = await saveKeypad(database, underCurrentId(delivery), {
      keypad,
      taps: keypad.taps,
      messageId: button.messageId,
      leastCents: leastOfKeypad(keypad),
      isClosed: true,
      order: {
        reference,
        state: 'open',
        amountCents: centsOfStars(priceStars),
        priceStars,
        version: undefined,
      },
      promised: [invoice(reference)],
    });
    if (saved === 'changed') return CONFLICT;
    if (saved !== 'saved') return alert(button, { answer: 'too_many_orders', seconds: saved.waitSeconds });
    continueUnder({ reference, correlationId: null });
    return confirmed(button, keypad, { reference, priceStars });
  });
