import {
  confirmBan,
  confirmGrant,
  confirmRevocation,
  type Confirmed,
} from '../../../database/owner/confirm-ruling';
import type { Delivery } from '../../../database/common/inbox';
import type { Database } from '../../../database/connection/pool';
import { readRuling, type SupportRuling } from '../../../database/owner/support-rulings';
import { readPerson, type SupportedPerson } from '../../../database/owner/supported-person';
import type { ChannelRole } from '../../../database/common/channel-roles';
import { banApplied, decideGrantedDays, decideRevokedDays } from '../../../domain/access/decide-ruling';
import { CONFLICT, retryOnConflict } from '../../common/retry-on-conflict';
import { NOT_ALLOWED, refuseOwnerAction, showMessage, type OwnerActionHandler } from '../page/owner-request';
import { personPage } from './person';
import { findObjection, rulingPage } from './ruling';

interface ConfirmedRuling {
  readonly by: ChannelRole;
  readonly ruling: SupportRuling;
  readonly person: SupportedPerson;
}

/** Applies an announced ruling to the user's current state. */
async function applyRuling(
  database: Database,
  delivery: Delivery,
  { by, ruling, person }: ConfirmedRuling,
): Promise<Confirmed> {
  const { rulingId, days, reason } = ruling;
  const { access, now } = person;
  const confirmed = { by, ruling };
  switch (ruling.ruling) {
    case 'grant': {
      if (access === null || days === null) return 'changed';
      const ruled = decideGrantedDays(access, { rulingId, days }, now);
      const details = { days, reason, from: access.paidUntil, to: ruled.paidUntil };
      const act = { act: 'access_granted', details };
      return confirmGrant(database, delivery, { ...confirmed, person, ruled, act, promised: ruled.promised });
    }
    case 'revoke': {
      if (access === null) return 'changed';
      const ruled = decideRevokedDays(access, now);
      const act = { act: 'access_revoked', details: { reason, from: access.paidUntil } };
      return confirmRevocation(database, delivery, {
        ...confirmed,
        person,
        ruled,
        act,
        promised: ruled.promised,
      });
    }
    case 'ban':
    case 'unban': {
      const act = { act: ruling.ruling === 'ban' ? 'banned' : 'unbanned', details: { reason } };
      const promised = [banApplied(ruling, `ruling:${rulingId}`)];
      return confirmBan(database, delivery, { ...confirmed, act, promised });
    }
  }
}

/** Confirms a ruling. A second tap or delivery shows what was done. */
const confirm: OwnerActionHandler = async (request) => {
  const { context, channelRole, argument } = request;
  const { database, delivery } = context;
  return retryOnConflict({ what: 'access' }, async () => {
    const input = { ...context, channelRole, argument, note: null };
    const ruling = await readRuling(database, channelRole, argument ?? '');
    const person = ruling && (await readPerson(database, ruling));
    if (ruling === undefined || person === undefined) return showMessage(request, await rulingPage(input));
    if (!ruling.isConfirmed) {
      const why = findObjection(ruling.ruling, person, channelRole.closedChannelId);
      if (why !== undefined)
        return showMessage(
          request,
          await personPage({ ...input, argument: String(ruling.userId), note: why }),
        );
      const confirmed = await applyRuling(database, delivery, { by: channelRole, ruling, person });
      if (confirmed === 'not_allowed') return refuseOwnerAction(request, NOT_ALLOWED);
      if (confirmed === 'changed') return CONFLICT;
    }
    // A repeat wakes the worker as well: the first delivery may have died before it could.
    return { ...(await showMessage(request, await rulingPage(input))), isPromised: true };
  });
};

export const confirmHandlers = { confirm } satisfies Readonly<Record<string, OwnerActionHandler>>;
