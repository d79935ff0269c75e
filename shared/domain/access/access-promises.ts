import { ACCESS_EXPIRES_SECONDS, MONEY_EXPIRES_SECONDS, type Promised } from '../effects';
import type { ClosedChannelId, OpenChannelId, OrderReference } from '../common/ids';
import type { Message } from '../messages/messages';
import type { AccessNews, AccessTrouble, RemovalTrouble } from '../messages/access';
import { DAY_MS } from '../common/time';

/** One buyer's access as promises about it need it. Times are epoch milliseconds. */
export interface ToldAccess {
  readonly openChannelId: OpenChannelId;
  readonly userId: number;
  readonly username: string | null;
  readonly title: string;
  readonly ownerUserId: number;
  readonly paidUntil: number | null;
  readonly version: number;
  readonly now: number;
}

const idOf = ({ openChannelId, userId }: ToldAccess): string => `subscription:${openChannelId}:${userId}`;
/** What ended: a time, or what a refund took away at a version of its own. */
const endOf = ({ paidUntil, version }: ToldAccess): string =>
  paidUntil === null ? `version:${version}` : String(paidUntil);

const ofMember = ({ openChannelId, title, userId, username }: ToldAccess) => ({
  openChannelId,
  title,
  payer: { userId, username },
});

const say = (chatId: number, message: Message, key: string): Promised => ({
  effect: { kind: 'send_message', chatId, message },
  key,
  expiresInSeconds: MONEY_EXPIRES_SECONDS,
});
const tellBuyer = ({ userId }: ToldAccess, message: Message, key: string) => say(userId, message, key);
const tellOwner = ({ ownerUserId }: ToldAccess, message: Message, key: string) =>
  say(ownerUserId, message, key);

/** The message of one grant has one key, whichever attempt at the grant promises it. */
export const accessKey = (grantKey: string): string => `${grantKey}:access`;

export interface GrantNews {
  readonly key: string;
  readonly news: AccessNews;
  readonly reference: OrderReference | null;
}

export const tellAccess = (
  access: ToldAccess,
  { key, news, reference }: GrantNews,
  inviteLink: string | null,
): Promised => {
  const { openChannelId, title, paidUntil } = access;
  const until = paidUntil ?? access.now;
  const message: Message = {
    type: 'access',
    openChannelId,
    title,
    paidUntil: until,
    inviteLink,
    news,
    reference,
  };
  // The way in is worth sending for as long as it leads in.
  const expiresInSeconds = Math.max(MONEY_EXPIRES_SECONDS, (until - access.now) / 1000);
  return {
    ...tellBuyer(access, message, accessKey(key)),
    expiresInSeconds,
    ...(reference !== null && { reference }),
  };
};

/** Once for each grant, however long the trouble lasts. */
export const tellDelayed = (access: ToldAccess, key: string, isOwnerTold: boolean): Promised => {
  const { title, paidUntil, now } = access;
  return tellBuyer(
    access,
    { type: 'access_delayed', title, paidUntil: paidUntil ?? now, isOwnerTold },
    `${key}:access_delayed`,
  );
};

const today = ({ now }: ToldAccess): string => `day:${Math.floor(now / DAY_MS)}`;

/**
 * What keeps everybody of a channel waiting is told once a day for the channel; what is about one buyer once a day for
 * them; and once for good that somebody never was let in.
 */
export const tellAccessTrouble = (
  access: ToldAccess,
  { trouble, reason }: { trouble: AccessTrouble; reason: string },
): Promised => {
  const about = {
    refused: `channel:${access.openChannelId}:access_trouble:${today(access)}`,
    no_channel: `channel:${access.openChannelId}:access_trouble:${today(access)}`,
    banned: `${idOf(access)}:access_trouble:${today(access)}`,
    too_late: `${idOf(access)}:access_trouble:${endOf(access)}`,
  };
  return tellOwner(access, { type: 'access_trouble', trouble, reason, ...ofMember(access) }, about[trouble]);
};

/** The same for removing. Of an administrator once for each end, for nothing but the owner's deed will change it. */
export const tellRemovalTrouble = (
  access: ToldAccess,
  { trouble, reason }: { trouble: RemovalTrouble; reason: string },
): Promised => {
  const about = {
    refused: `channel:${access.openChannelId}:removal_trouble:${today(access)}`,
    unanswered: `channel:${access.openChannelId}:removal_trouble:unanswered:${today(access)}`,
    unclear: `${idOf(access)}:removal_trouble:${today(access)}`,
    administrator: `${idOf(access)}:removal_trouble:${endOf(access)}`,
  };
  return tellOwner(access, { type: 'removal_trouble', trouble, reason, ...ofMember(access) }, about[trouble]);
};

export const tellKept = (access: ToldAccess): Promised =>
  tellOwner(
    access,
    { type: 'member_kept', ...ofMember(access) },
    `${idOf(access)}:member_kept:${endOf(access)}`,
  );

/** `isOwed`: they paid, and there never was a way in for them. */
export const tellEnded = (access: ToldAccess, isOwed: boolean): Promised => {
  const { openChannelId, title } = access;
  return tellBuyer(
    access,
    { type: 'access_ended', openChannelId, title, isOwed },
    `${idOf(access)}:ended:${endOf(access)}`,
  );
};

/** Once a day for each channel, however many wait, and anew after the owner has let go of the brake. */
export const tellBraked = (
  access: ToldAccess,
  { removed, most, releases }: { removed: number; most: number; releases: number },
): Promised => {
  const { openChannelId, title, now } = access;
  return tellOwner(
    access,
    { type: 'removals_braked', openChannelId, title, removed, most },
    `channel:${openChannelId}:braked:${releases}:${Math.floor(now / DAY_MS)}`,
  );
};

export const revocation = (closedChannelId: ClosedChannelId, inviteLink: string): Promised => ({
  effect: { kind: 'revoke_invite_link', closedChannelId, inviteLink },
  key: `revoke:${inviteLink}`,
  expiresInSeconds: ACCESS_EXPIRES_SECONDS,
});

/** The revocation of the link that is live, if one is: in the channel that it leads to. */
export const liveRevocation = ({
  liveLink,
}: {
  readonly liveLink: { readonly inviteLink: string; readonly closedChannelId: ClosedChannelId } | null;
}): Promised[] => (liveLink === null ? [] : [revocation(liveLink.closedChannelId, liveLink.inviteLink)]);

/** The way back for somebody who was removed while they renewed. One for each attempt at removing them. */
export const readmission = (access: ToldAccess, attempt: string): Promised => {
  const { openChannelId, userId, version } = access;
  return {
    effect: {
      kind: 'grant_access',
      openChannelId,
      userId,
      reference: null,
      news: { type: 'readmitted' },
    },
    key: `${idOf(access)}:${version}:readmitted:${attempt}`,
    expiresInSeconds: ACCESS_EXPIRES_SECONDS,
  };
};

/** Removes somebody whose promised removal was performed or given up already. `because` makes the promise its own. */
export const removalAgain = (access: ToldAccess, because: string): Promised => {
  const { openChannelId, userId, paidUntil, now } = access;
  const dueInSeconds = paidUntil === null ? 0 : Math.max(0, (paidUntil - now) / 1000);
  return {
    effect: { kind: 'remove_member', openChannelId, userId, paidUntil },
    key: `${idOf(access)}:remove:${because}`,
    dueInSeconds,
    expiresInSeconds: dueInSeconds + ACCESS_EXPIRES_SECONDS,
  };
};
