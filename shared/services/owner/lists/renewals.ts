import { endRenewalsOf } from '../../../database/stars/renewal-ends';
import { listRenewals } from '../../../database/stars/renewals';
import type { Answer } from '../../../domain/messages/answers';
import type { Reaction } from '../../../domain/prompt-effects';
import { accessAhead } from '../../../domain/stars/tell-renewal';
import {
  NOT_ALLOWED,
  pageHeader,
  refuseOwnerAction,
  showMessage,
  showPageWithNote,
  type OwnerActionHandler,
  type OwnerRequest,
} from '../page/owner-request';
import { memberPage } from './members';

const showMember = (request: OwnerRequest, note: Answer): Promise<Reaction> =>
  showPageWithNote(request, memberPage, note);

/** Asks a manager once more whether to end what renews by itself of a user. */
const ask: OwnerActionHandler = async (request) => {
  const { context, channelRole, argument } = request;
  const of = { openChannelId: channelRole.openChannelId, userId: Number(argument) };
  const [renewal] = await listRenewals(context.database, of);
  if (renewal === undefined) return showMember(request, { answer: 'renews_not' });
  const about = { payer: renewal.payer, paidUntil: accessAhead(renewal) };
  return showMessage(request, { type: 'renewal_asked', ...pageHeader(channelRole), ...about });
};

const end: OwnerActionHandler = async (request) => {
  const { context, channelRole, argument } = request;
  const { database, delivery } = context;
  const userId = Number(argument);
  if (!(await endRenewalsOf(database, delivery, { actor: channelRole, userId })))
    return refuseOwnerAction(request, NOT_ALLOWED);
  return { ...(await showMember(request, { answer: 'renewal_of_member_stopping' })), isPromised: true };
};

export const renewalHandlers = {
  'renewal-ask': ask,
  'renewal-end': end,
} satisfies Readonly<Record<string, OwnerActionHandler>>;
