import {
  confirmBan,
  confirmGrant,
  confirmRevocation,
  type Confirmed,
} from '../../../database/owner/confirm-ruling';
import type { Delivery } from '../../../database/common/inbox';
import type { Database } from '../../../database/connection/pool';
import {
  readPerson,
  readRuling,
  type SupportedPerson,
  type SupportRuling,
} from '../../../database/owner/support-rulings';
import type { ChannelRole } from '../../../database/common/channel-roles';
import { banApplied, decideGrantedDays, decideRevokedDays } from '../../../domain/access/decide-ruling';
import { CONFLICT, retryOnConflict } from '../../common/retry-on-conflict';
import { NOT_ALLOWED, refuse, show, type OwnHandler } from '../page/owner-request';
import { personPage } from './person';
import { objection, rulingPage } from './ruling';

interface Confirming {
  readonly by: ChannelRole;
  readonly ruling: SupportRuling;
  readonly person: SupportedPerson;
}

/** Does what was announced, about somebody as they stand now. */
async function carryOut(
  database: Database,
  delivery: Delivery,
  { by, ruling, person }: Confirming,
): Promise<Confirmed> {
  const { rulingId, days, reason } = ruling;
  const { access, now } = person;
  const of = { by, ruling };
  switch (ruling.ruling) {
    case 'grant': {
      if (access === null || days === null) return 'changed';
      const ruled = decideGrantedDays(access, { rulingId, days }, now);
      const details = { days, reason, from: access.paidUntil, to: ruled.paidUntil };
      const act = { act: 'access_granted', details };
      return confirmGrant(database, delivery, { ...of, person, ruled, act, promised: ruled.promised });
    }
    case 'revoke': {
      if (access === null) return 'changed';
      const ruled = decideRevokedDays(access, now);
      const act = { act: 'access_revoked', details: { reason, from: access.paidUntil } };
      return confirmRevocation(database, delivery, { ...of, person, ruled, act, promised: ruled.promised });
    }
    case 'ban':
    case 'unban': {
      const act = { act: ruling.ruling === 'ban' ? 'banned' : 'unbanned', details: { reason } };
      const promised = [banApplied(ruling, `ruling:${rulingId}`)];
      return confirmBan(database, delivery, { ...of, act, promised });
    }
  }
}

/** The word that makes a ruling so. Pressed again, or delivered again, it shows what was done. */
const confirm: OwnHandler = async (asked) => {
  const { handled, standing, argument } = asked;
  const { database, delivery } = handled;
  return retryOnConflict({ what: 'access' }, async () => {
    const drawing = { database, standing, argument, note: null };
    const ruling = await readRuling(database, standing, argument ?? '');
    const person = ruling && (await readPerson(database, ruling));
    if (ruling === undefined || person === undefined) return show(asked, await rulingPage(drawing));
    if (!ruling.isConfirmed) {
      const why = objection(ruling.ruling, person, standing.closedChannelId);
      if (why !== undefined)
        return show(asked, await personPage({ ...drawing, argument: String(ruling.userId), note: why }));
      const confirmed = await carryOut(database, delivery, { by: standing, ruling, person });
      if (confirmed === 'not_allowed') return refuse(asked, NOT_ALLOWED);
      if (confirmed === 'changed') return CONFLICT;
    }
    // A repeat wakes the worker as well: the first delivery may have died before it could.
    return { ...(await show(asked, await rulingPage(drawing))), isPromised: true };
  });
};

export const confirmHandlers = { confirm } satisfies Readonly<Record<string, OwnHandler>>;
