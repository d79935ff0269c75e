import type { Fault } from '../../playground/telegram/index';
import type { Effect } from '../../shared/domain/effects';
import {
  CLOSED,
  forgetPromises,
  grantOf,
  OPEN,
  OWNER,
  removalOf,
  type AccessWorld,
  type Buyer,
} from './access';

/** The names in a cell of a table in docs/access.md. */
export const quoted = (cell: string) =>
  [...cell.matchAll(/(the proving )?`([^`]+)`/g)].map(([whole]) => whole.replace(/`/g, ''));

/** The fault that a cell describes: `lost`, or a status and the words of Telegram. */
export function faultOf(method: string, says: string): Fault {
  if (says === 'lost') return { method, kind: 'drop', afterPerforming: true };
  const [status = '', ...words] = says.split(' ');
  const prefix = { 400: 'Bad Request', 403: 'Forbidden' }[Number(status)] ?? 'Internal Server Error';
  if (status === '429') return { method, kind: 'error', status: 429, retryAfter: 7 };
  if (words[0] === 'twice') return { method, kind: 'error', status: Number(status), times: 2 };
  return { method, kind: 'error', status: Number(status), description: `${prefix}: ${words.join(' ')}` };
}

export interface Scene {
  readonly buyer: Buyer;
  readonly effect: Effect;
}

/** Sets up the situation in which each step begins. */
export const scenesOf = (world: AccessWorld): Readonly<Record<string, () => Promise<Scene>>> => ({
  tell: async () => {
    const buyer = await world.newBuyer('30 days');
    const message = { type: 'access_ended', openChannelId: OPEN, title: 'Signals', isOwed: false } as const;
    return { buyer, effect: { kind: 'send_message', chatId: buyer.userId, message } };
  },
  grant: async () => {
    const buyer = await world.newBuyer('30 days');
    return { buyer, effect: grantOf(buyer) };
  },
  revoke: async () => {
    const buyer = await world.newBuyer('30 days');
    const { invite_link } = await world.deps.api.createChatInviteLink(CLOSED);
    return {
      buyer,
      effect: { kind: 'revoke_invite_link', closedChannelId: CLOSED, inviteLink: invite_link },
    };
  },
  approve: async () => {
    const buyer = await world.newBuyer('30 days');
    await world.perform(grantOf(buyer), 'grant');
    await forgetPromises(world);
    world.telegram.as(buyer.userId).join((await world.liveLinks(buyer.userId))[0]!);
    return { buyer, effect: { kind: 'approve_join_request', openChannelId: OPEN, userId: buyer.userId } };
  },
  decline: async () => {
    const buyer = await world.newBuyer(null);
    const { invite_link } = await world.deps.api.createChatInviteLink(CLOSED, { creates_join_request: true });
    world.telegram.as(buyer.userId).join(invite_link);
    return {
      buyer,
      effect: {
        kind: 'decline_join_request',
        openChannelId: OPEN,
        closedChannelId: CLOSED,
        userId: buyer.userId,
        title: 'Signals',
      },
    };
  },
  remove: async () => {
    const buyer = await world.newBuyer('-2 days');
    world.telegram.setMember(CLOSED, buyer.userId, 'member');
    return { buyer, effect: removalOf(buyer) };
  },
  ban: async () => {
    const buyer = await world.newBuyer('30 days');
    world.telegram.setMember(CLOSED, buyer.userId, 'member');
    await world.test.database.query(
      (sql) => sql`
        insert into bans (open_channel_id, user_id, banned_by, reason) values (${OPEN}, ${buyer.userId}, ${OWNER}, 'spam')`,
    );
    return { buyer, effect: { kind: 'apply_ban', openChannelId: OPEN, userId: buyer.userId } };
  },
});
