import { ACCESS_EXPIRES_SECONDS, MONEY_EXPIRES_SECONDS, type EffectOf, type Promised } from '../effects';
import type { ClosedChannelId, OpenChannelId, OrderReference } from '../common/ids';
import { payerOf } from '../common/anonymous-payer';
import { accessTopic, type Living } from '../common/living-message';
import type { Message, MessageOf } from '../messages/messages';
import type { AccessNews, AccessTrouble, BoughtPlace, RemovalTrouble } from '../messages/access';
import type { NamedPlace } from '../places/known-member';
import { isForEver } from '../common/for-ever';
import type { PlaceKind } from '../places/place';
import { DAY_MS, DAY_SECONDS } from '../common/time';
import { linkExpiresAt } from './decide-grant';

/** The access of one buyer, with what the promises about it need. Times are epoch milliseconds. */
export interface BuyerAccess {
  readonly openChannelId: OpenChannelId;
  readonly userId: number;
  readonly username: string | null;
  readonly firstName?: string | null;
  readonly title: string;
  readonly ownerUserId: number;
  readonly paidUntil: number | null;
  readonly version: number;
  readonly now: number;
  /** The place; `null` if there is none. */
  readonly closedChannelId: ClosedChannelId | null;
  /** It is the main place of the offer. */
  readonly isMain: boolean;
  /** What the place is; `null` if there is none. */
  readonly kind: PlaceKind | null;
  /** The place, if the offer has several. `inside`: not counting this place. */
  readonly place: BoughtPlace | null;
  /** The order that paid for it last. */
  readonly reference: OrderReference | null;
}

const idOf = ({ openChannelId, userId }: Pick<BuyerAccess, 'openChannelId' | 'userId'>): string =>
  `subscription:${openChannelId}:${userId}`;
/** Names the end that a message is about: a time, or the version at which a refund ended the access. */
const endOf = ({ paidUntil, version }: BuyerAccess): string =>
  paidUntil === null ? `version:${version}` : String(paidUntil);

type AccessPlace = Pick<BuyerAccess, 'openChannelId' | 'userId' | 'closedChannelId' | 'isMain'>;

/** Names the place in an effect. The main one has no name. */
export const inPlace = ({
  isMain,
  closedChannelId,
}: Pick<AccessPlace, 'isMain' | 'closedChannelId'>): { readonly chatId?: ClosedChannelId } =>
  isMain || closedChannelId === null ? {} : { chatId: closedChannelId };

/** Like `idOf`, for what is promised once for each place. */
const placeIdOf = (access: AccessPlace): string =>
  access.isMain ? idOf(access) : `${idOf(access)}:${access.closedChannelId}`;
/** What trouble that holds up everybody is about: the offer, or one of its other places. */
const channelIdOf = (access: AccessPlace): string =>
  `channel:${access.isMain ? access.openChannelId : access.closedChannelId}`;

/** What the message about a place says of it. */
const boughtPlace = (
  { place, isMain }: Pick<BuyerAccess, 'place' | 'isMain'>,
  isInside: boolean,
): { readonly place?: BoughtPlace } =>
  place === null
    ? {}
    : {
        place: {
          ...place,
          title: isMain ? null : place.title,
          inside: place.inside + (isInside ? 1 : 0),
        },
      };

/** What the place is, if it isn't a channel. */
const kindOf = ({ kind }: Pick<BuyerAccess, 'kind'>): { readonly kind?: 'supergroup' } =>
  kind === 'supergroup' ? { kind } : {};

/** The place, if it isn't the main one. */
export const otherPlace = ({
  isMain,
  place,
}: Pick<BuyerAccess, 'isMain' | 'place'>): NamedPlace | undefined =>
  isMain || place?.title == null ? undefined : { title: place.title, kind: place.kind };

/** People call another place than the main one by its own title. */
const titleOf = ({ title, isMain, place }: Pick<BuyerAccess, 'title' | 'isMain' | 'place'>): string =>
  isMain ? title : (place?.title ?? title);

const ofMember = ({ openChannelId, title, isMain, place, kind, ...person }: BuyerAccess) => ({
  openChannelId,
  title: titleOf({ title, isMain, place }),
  ...(kind !== null && kind !== 'channel' && { placeKind: kind }),
  payer: payerOf(person),
});

const say = (chatId: number, message: Message, key: string, living?: Living): Promised => ({
  effect: { kind: 'send_message', chatId, message, ...(living && { living }) },
  key,
  expiresInSeconds: MONEY_EXPIRES_SECONDS,
});
/** The newest message about their access is the one with a button that works. */
const tellBuyer = (
  access: BuyerAccess,
  message: Message,
  { key, as = 'new' }: { key: string; as?: Living['as'] },
) => say(access.userId, message, key, { topic: accessTopic({ ...access, ...inPlace(access) }), as });
const tellOwner = ({ ownerUserId }: BuyerAccess, message: Message, key: string) =>
  say(ownerUserId, message, key);

/** The key of the message that follows a grant: the same for every attempt at the grant, so it is sent once. */
export const accessKey = (grantKey: string): string => `${grantKey}:access`;

export interface GrantNews {
  readonly key: string;
  readonly news: AccessNews;
  readonly reference: OrderReference | null;
}

export const tellAccess = (
  access: BuyerAccess,
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
    closedChannelId: access.closedChannelId,
    ...kindOf(access),
    ...boughtPlace(access, inviteLink === null),
  };
  // The invite link is worth sending for as long as it works.
  const worksForMs = linkExpiresAt({ accessUntil: until, madeAt: access.now }) - access.now;
  const expiresInSeconds = Math.max(MONEY_EXPIRES_SECONDS, worksForMs / 1000);
  return {
    ...tellBuyer(access, message, { key: accessKey(key) }),
    expiresInSeconds,
    ...(reference !== null && { reference }),
  };
};

/** A buyer has used their invite link: its button gives way to one that opens the channel. */
export const tellInside = (access: BuyerAccess, key: string): Promised => {
  const { openChannelId, title, paidUntil, now, reference, closedChannelId } = access;
  const about = { openChannelId, title, paidUntil: paidUntil ?? now, reference, closedChannelId };
  const message: Message = {
    type: 'access',
    ...about,
    inviteLink: null,
    news: { type: 'asked' },
    ...kindOf(access),
    ...boughtPlace(access, true),
  };
  return tellBuyer(access, message, { key: `${key}:inside`, as: 'edit_only' });
};

/** Sent once for each grant, however long the trouble lasts. */
export const tellDelayed = (access: BuyerAccess, key: string, isOwnerTold: boolean): Promised => {
  const { paidUntil, now } = access;
  return tellBuyer(
    access,
    { type: 'access_delayed', title: titleOf(access), paidUntil: paidUntil ?? now, isOwnerTold },
    { key: `${key}:access_delayed` },
  );
};

/** Like `tellDelayed`, if only the buyer can change it. */
export const tellInTooManyChats = (access: BuyerAccess, key: string): Promised => {
  const { paidUntil, now } = access;
  const message: Message = {
    type: 'access_delayed',
    title: titleOf(access),
    paidUntil: paidUntil ?? now,
    isOwnerTold: false,
    isInTooManyChats: true,
    openChannelId: access.openChannelId,
    ...inPlace(access),
  };
  return tellBuyer(access, message, { key: `${key}:in_too_many_chats` });
};

const today = ({ now }: BuyerAccess): string => `day:${Math.floor(now / DAY_MS)}`;

/**
 * Tells the owner once a day about trouble that holds up a whole channel, once a day for each buyer about trouble with
 * that buyer, and only once about a buyer who was never let in.
 */
export const tellAccessTrouble = (
  access: BuyerAccess,
  { trouble, reason }: { trouble: AccessTrouble; reason: string },
): Promised => {
  const about = {
    refused: `${channelIdOf(access)}:access_trouble:${today(access)}`,
    no_channel: `${channelIdOf(access)}:access_trouble:${today(access)}`,
    full: `${channelIdOf(access)}:channel_full:${today(access)}`,
    banned: `${placeIdOf(access)}:access_trouble:${today(access)}`,
    about_user: `${placeIdOf(access)}:access_trouble:${today(access)}`,
    too_late: `${placeIdOf(access)}:access_trouble:${endOf(access)}`,
  };
  return tellOwner(access, { type: 'access_trouble', trouble, reason, ...ofMember(access) }, about[trouble]);
};

/**
 * Like `tellAccessTrouble`, about removals. An administrator is mentioned once for each end of access, because only the
 * owner can change it.
 */
export const tellRemovalTrouble = (
  access: BuyerAccess,
  { trouble, reason }: { trouble: RemovalTrouble; reason: string },
): Promised => {
  const about = {
    refused: `${channelIdOf(access)}:removal_trouble:${today(access)}`,
    unanswered: `${channelIdOf(access)}:removal_trouble:unanswered:${today(access)}`,
    unclear: `${placeIdOf(access)}:removal_trouble:${today(access)}`,
    administrator: `${placeIdOf(access)}:removal_trouble:${endOf(access)}`,
  };
  return tellOwner(access, { type: 'removal_trouble', trouble, reason, ...ofMember(access) }, about[trouble]);
};

export const tellKept = (access: BuyerAccess): Promised =>
  tellOwner(
    access,
    { type: 'member_kept', ...ofMember(access), ...inPlace(access) },
    `${placeIdOf(access)}:member_kept:${endOf(access)}`,
  );

export const tellEnded = (
  access: BuyerAccess,
  why: Pick<MessageOf<'access_ended'>, 'isOwed' | 'isByOwner'>,
): Promised => {
  const { openChannelId, title } = access;
  return tellBuyer(
    access,
    { type: 'access_ended', openChannelId, title, ...why },
    { key: `${idOf(access)}:ended:${endOf(access)}` },
  );
};

/** Sent once a day for each channel, however many removals wait, and again after the owner releases the brake. */
export const tellBraked = (
  access: BuyerAccess,
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

/** Revokes the live invite link, if there is one, in the channel that it leads to. */
export const liveRevocation = ({
  liveLink,
}: {
  readonly liveLink: { readonly inviteLink: string; readonly closedChannelId: ClosedChannelId } | null;
}): Promised[] => (liveLink === null ? [] : [revocation(liveLink.closedChannelId, liveLink.inviteLink)]);

/**
 * Lets a member in again who renewed while being removed, by an offer that gives them the place now. One promise for each attempt
 * at the removal.
 */
export const readmission = (
  access: BuyerAccess & {
    readonly isOpen: boolean;
    readonly isBanned: boolean;
    readonly others: { readonly openChannelId: OpenChannelId } | null;
  },
  attempt: string,
): Promised => {
  const { userId, version, paidUntil, now, isOpen, isBanned, others } = access;
  const isOwn = others === null || (isOpen && !isBanned && paidUntil !== null && paidUntil > now);
  // Another offer may have the place as its main one, but the grant is about this chat.
  const chat =
    isOwn || access.closedChannelId === null ? inPlace(access) : { chatId: access.closedChannelId };
  return {
    effect: {
      kind: 'grant_access',
      openChannelId: isOwn ? access.openChannelId : others.openChannelId,
      userId,
      reference: null,
      news: { type: 'readmitted' },
      ...chat,
    },
    key: `${placeIdOf(access)}:${version}:readmitted:${attempt}`,
    expiresInSeconds: ACCESS_EXPIRES_SECONDS,
  };
};

/** True if the owner took the place away from the offer. Without a main place there is nothing to take away. */
export const isTakenAway = ({
  isOpen,
  closedChannelId,
}: Pick<AccessPlace, 'closedChannelId'> & { readonly isOpen: boolean }): boolean =>
  !isOpen && closedChannelId !== null;

/**
 * Removes a member whose promised removal was already performed or given up; nothing if their access to the place never ends.
 * `because` makes its key unique.
 */
export const removalAgain = (
  access: AccessPlace & Pick<BuyerAccess, 'paidUntil' | 'now'> & { readonly isOpen: boolean },
  because: string,
): Promised[] => {
  const { openChannelId, userId, paidUntil, now } = access;
  const isDue = paidUntil === null || isTakenAway(access);
  if (!isDue && isForEver(paidUntil)) return [];
  const dueInSeconds = isDue ? 0 : Math.max(0, (paidUntil - now) / 1000);
  return [
    {
      effect: { kind: 'remove_member', openChannelId, userId, paidUntil, ...inPlace(access) },
      key: `${placeIdOf(access)}:remove:${because}`,
      dueInSeconds,
      expiresInSeconds: dueInSeconds + ACCESS_EXPIRES_SECONDS,
    },
  ];
};

/** An effect about the main place, with its key, repeated for each other place of the offer. Safe to promise again and again. */
export const elsewhere = (
  effect: EffectOf<'grant_access' | 'remove_member' | 'apply_ban'>,
  { key, places }: { readonly key: string; readonly places: readonly ClosedChannelId[] },
): Promised[] =>
  effect.chatId === undefined
    ? places.map((chatId) => ({
        effect: { ...effect, chatId },
        key: `${key}:${chatId}`,
        expiresInSeconds: ACCESS_EXPIRES_SECONDS,
      }))
    : [];

/** Asks what the bot may do in the private channel, because Telegram refused something there: sales stop if it must. */
export const placeChecked = (
  { closedChannelId }: { readonly closedChannelId: ClosedChannelId | null },
  because: string,
): Promised[] =>
  closedChannelId === null
    ? []
    : [
        {
          effect: { kind: 'check_place', chatId: closedChannelId },
          key: `check_place:${closedChannelId}:${because}`,
          expiresInSeconds: DAY_SECONDS,
        },
      ];
