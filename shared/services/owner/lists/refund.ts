import { findRefund } from '../../../database/stars/find-refund';
import { askRefund } from '../../../database/stars/refunds';
import { refundStateOf, refusalIn } from '../../../domain/stars/refunds';
import type { Message } from '../../../domain/messages/messages';
import { aboutRefund } from '../../stars/take-refund';
import {
  NOT_ALLOWED,
  pageHeader,
  refuseOwnerAction,
  showMessage,
  type OwnerActionHandler,
  type PageBuilder,
  type PageInput,
} from '../page/owner-request';
import { casesPage } from './cases';

const NOTHING_TO_REFUND = { answer: 'nothing_to_refund' } as const;

/** The question whether to send a payment back, or how far that is. `undefined` if that is not ours to do. */
async function readRefundMessage({
  database,
  channelRole,
  argument,
  note,
}: PageInput): Promise<Message | undefined> {
  const paymentId = Number(argument);
  if (!Number.isSafeInteger(paymentId)) return undefined;
  const found = await findRefund(database, { openChannelId: channelRole.openChannelId, paymentId });
  if (found === undefined) return undefined;
  const { givesAccess, renews, refusedBecause } = found;
  return {
    type: 'refund_page',
    ...aboutRefund(found),
    ...pageHeader(channelRole),
    note,
    ...{ givesAccess, renews },
    state: refundStateOf(found),
    refusal: refusedBecause === null ? null : refusalIn(refusedBecause),
  };
}

export const refundPage: PageBuilder = async (input) =>
  (await readRefundMessage(input)) ?? casesPage({ ...input, argument: undefined, note: NOTHING_TO_REFUND });

const askOnceMore: OwnerActionHandler = async (request) => {
  const message = await readRefundMessage({ ...request.context, ...request, note: null });
  return message === undefined
    ? refuseOwnerAction(request, NOTHING_TO_REFUND)
    : showMessage(request, message);
};

/** Asks for the refund, once. A second tap, or another manager's, shows how far it is. */
const refundNow: OwnerActionHandler = async (request) => {
  const { context, channelRole, argument } = request;
  const paymentId = Number(argument);
  if (!Number.isSafeInteger(paymentId)) return refuseOwnerAction(request, NOTHING_TO_REFUND);
  if (!(await askRefund(context.database, context.delivery, { actor: channelRole, paymentId })))
    return refuseOwnerAction(request, NOT_ALLOWED);
  // A repeat wakes the worker as well: the first delivery may have died before it could.
  return { ...(await askOnceMore(request)), isPromised: true };
};

export const refundHandlers = {
  refund: askOnceMore,
  'refund-now': refundNow,
} satisfies Readonly<Record<string, OwnerActionHandler>>;
