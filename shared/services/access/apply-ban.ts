import { recordFailure } from '../../database/common/audit-log';
import { promiseAlone } from '../../database/common/outbox';
import { abandonBan, endBannedLink, promiseReturn, readBan, type Ban } from '../../database/access/bans';
import type { Database } from '../../database/connection/pool';
import { payerOf } from '../../domain/common/anonymous-payer';
import { elsewhere, inPlace, liveRevocation } from '../../domain/access/access-promises';
import { kickMayLandForMs } from '../../domain/access/decide-removal';
import {
  ACCESS_EXPIRES_SECONDS,
  MONEY_EXPIRES_SECONDS,
  type EffectOf,
  type Promised,
} from '../../domain/effects';
import type { ClosedChannelId } from '../../domain/common/ids';
import type { BanTrouble } from '../../domain/messages/owner-support';
import type { MembershipFailure } from '../../telegram/failure';
import {
  banFromChannel,
  declineJoin,
  liftBan,
  type MembershipApi,
  type UserInChannel,
} from '../../telegram/membership';
import { DONE, failed, later, notYet, type Attempt, type Outcome } from '../common/outcome';
import { DAY_MS, DAY_SECONDS } from '../../domain/common/time';
import { CONFLICT, retryEffectOnConflict, type Conflict } from '../common/retry-on-conflict';

type ApplyBan = EffectOf<'apply_ban'>;

interface BanDependencies {
  readonly database: Database;
  readonly api: MembershipApi;
}

const NO_CHANNEL_AGAIN_SECONDS = DAY_SECONDS;

/** Tells the author of a ban about trouble, at most once a day for each user and kind of trouble. */
function tellTrouble(of: Ban, { trouble, reason }: { trouble: BanTrouble; reason: string }): Promised {
  const { openChannelId, userId, title, toldUserId, now } = of;
  const payer = payerOf(of);
  const message = { type: 'ban_trouble', openChannelId, title, payer, trouble, reason } as const;
  return {
    effect: { kind: 'send_message', chatId: toldUserId, message },
    key: `ban:${openChannelId}:${userId}:${trouble}:${Math.floor(now / DAY_MS)}`,
    expiresInSeconds: MONEY_EXPIRES_SECONDS,
  };
}

/** Retries later. After three failures, tells the author of the ban; for transient failures, only after a day. */
async function postpone(
  { database }: BanDependencies,
  { of, failure, attempt: { key } }: { of: Ban; failure: MembershipFailure; attempt: Attempt },
): Promise<Outcome> {
  const reason = failure.type === 'already' ? 'Telegram says it was done' : failure.reason;
  const isPassing = failure.type === 'retryable';
  const act = {
    act: 'ban_failed',
    openChannelId: of.openChannelId,
    userId: of.userId,
    details: { reason },
  };
  const promised = [tellTrouble(of, { trouble: isPassing ? 'unanswered' : 'refused', reason })];
  await recordFailure(database, act, { key, promised, isPassing });
  return later(reason, failure.type === 'retryable' ? failure.afterSeconds : undefined);
}

/**
 * Follows up after Telegram applied a ban or its end. A banned user loses their link and their join request. An
 * unbanned user with access left is granted it again.
 */
async function recordBanApplied(
  { database, api }: BanDependencies,
  of: Ban,
  place: UserInChannel,
  { key }: Attempt,
) {
  const { openChannelId, userId, isBanned, isActive, isMain } = of;
  if (isBanned) {
    await endBannedLink(database, of, liveRevocation(of));
    // A banned user's request is declined. A failure doesn't matter, because there may be no request.
    await declineJoin(api, place);
  } else if (isActive && isMain) {
    const news = { type: 'unbanned' } as const;
    await promiseReturn(
      database,
      { openChannelId, userId },
      {
        effect: { kind: 'grant_access', openChannelId, userId, reference: null, news },
        key: `${key}:return`,
        expiresInSeconds: ACCESS_EXPIRES_SECONDS,
      },
    );
  }
}

async function apply(
  deps: BanDependencies,
  of: Ban & { readonly closedChannelId: ClosedChannelId },
  attempt: Attempt,
): Promise<Outcome | Conflict> {
  const { database, api } = deps;
  const place = { closedChannelId: of.closedChannelId, userId: of.userId };
  const applied = await (of.isBanned ? banFromChannel(api, place) : liftBan(api, place));
  if (!applied.ok && applied.failure.type === 'irremovable') {
    const { reason } = applied.failure;
    if (!of.isBanned) return DONE;
    const promised = [tellTrouble(of, { trouble: 'administrator', reason })];
    await abandonBan(database, of, { reason, promised });
    return failed(reason);
  }
  // A user that Telegram doesn't know can neither be in the channel nor join it.
  if (!applied.ok && applied.failure.type !== 'no_such_user')
    return postpone(deps, { of, failure: applied.failure, attempt });
  const after = await readBan(database, { ...of, ...inPlace(of) });
  if (after?.isBanned !== of.isBanned) return CONFLICT;
  await recordBanApplied(deps, after, place, attempt);
  const landsWithinMs = after.isBanned
    ? kickMayLandForMs({ removingSince: after.kickedAt, now: after.now })
    : 0;
  return landsWithinMs > 0 ? notYet(landsWithinMs / 1000) : DONE;
}

/**
 * Makes Telegram ban a user or lift their ban, as the database says now, and reads the database again afterwards: if a
 * ban and its end cross, the later one wins. A banned user keeps no link and no join request. An unbanned user with
 * access left is granted it again. While a kick may still be on its way to Telegram, the ban is applied once more
 * afterwards, because a kick lifts it.
 */
export async function applyBan(deps: BanDependencies, effect: ApplyBan, attempt: Attempt): Promise<Outcome> {
  return retryEffectOnConflict('ban', async () => {
    const of = await readBan(deps.database, effect);
    if (of === undefined) return DONE;
    const { closedChannelId, elsewhere: places } = of;
    if (places.length > 0) await promiseAlone(deps.database, elsewhere(effect, { key: attempt.key, places }));
    if (closedChannelId === null) return of.isBanned ? notYet(NO_CHANNEL_AGAIN_SECONDS) : DONE;
    return apply(deps, { ...of, closedChannelId }, attempt);
  });
}
