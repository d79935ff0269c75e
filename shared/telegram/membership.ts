import type { ClosedChannelId } from '../domain/common/ids';
import type { Membership } from '../domain/common/membership';
import type { Api } from './api';
import {
  ChannelGone,
  ChatMoved,
  isChatGone,
  membershipFailure,
  movedTo,
  type MembershipFailure,
} from './failure';

/** The calls that admit and remove members. */
export type MembershipApi = Pick<
  Api,
  | 'getChatMember'
  | 'getChatMemberCount'
  | 'createChatInviteLink'
  | 'revokeChatInviteLink'
  | 'approveChatJoinRequest'
  | 'declineChatJoinRequest'
  | 'unbanChatMember'
  | 'banChatMember'
>;

/** Telegram's answer, or what its refusal means. The type forces each caller to check. */
export type CallResult<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: MembershipFailure };

/** Throws `ChannelGone` if there is no such chat, or `ChatMoved`, because then nothing about it is left to decide. */
async function resultOf<T>(closedChannelId: ClosedChannelId, call: Promise<T>): Promise<CallResult<T>> {
  try {
    return { ok: true, value: await call };
  } catch (error) {
    const to = movedTo(error);
    if (to !== undefined) throw new ChatMoved({ from: closedChannelId, to }, { cause: error });
    if (isChatGone(error)) throw new ChannelGone(closedChannelId, { cause: error });
    return { ok: false, failure: membershipFailure(error) };
  }
}

/** A user and the private channel that they are in or want to join. */
export interface UserInChannel {
  readonly closedChannelId: ClosedChannelId;
  readonly userId: number;
}

type ChatMemberAnswer = Awaited<ReturnType<Api['getChatMember']>>;

function membershipIn(member: ChatMemberAnswer): Membership {
  switch (member.status) {
    case 'creator':
    case 'administrator':
      return 'administrator';
    case 'member':
      return 'in';
    case 'restricted':
      return member.is_member ? 'in' : 'out';
    case 'kicked':
      return 'banned';
    case 'left':
      return 'out';
  }
}

/** Asks for a user's membership. A user that Telegram does not know in the channel is `out`. */
export async function askMembership(
  api: MembershipApi,
  { closedChannelId, userId }: UserInChannel,
): Promise<CallResult<Membership>> {
  const member = await resultOf(closedChannelId, api.getChatMember(closedChannelId, userId));
  if (member.ok) return { ok: true, value: membershipIn(member.value) };
  return member.failure.type === 'no_such_user' ? { ok: true, value: 'out' } : member;
}

export const countMembers = (
  api: MembershipApi,
  closedChannelId: ClosedChannelId,
): Promise<CallResult<number>> => resultOf(closedChannelId, api.getChatMemberCount(closedChannelId));

export interface LinkTerms {
  readonly closedChannelId: ClosedChannelId;
  /** Shown to the channel's administrators; at most 32 characters. */
  readonly name: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

/** Creates a link that makes a join request. By itself it admits nobody, because the bot approves only its buyer. */
export async function createJoinLink(
  api: MembershipApi,
  { closedChannelId, name, expiresAt }: LinkTerms,
): Promise<CallResult<string>> {
  const expire_date = Math.floor(expiresAt / 1000);
  const terms = { creates_join_request: true, name: name.slice(0, 32), expire_date };
  const made = await resultOf(closedChannelId, api.createChatInviteLink(closedChannelId, terms));
  return made.ok ? { ok: true, value: made.value.invite_link } : made;
}

export const revokeJoinLink = (
  api: MembershipApi,
  { closedChannelId, inviteLink }: { closedChannelId: ClosedChannelId; inviteLink: string },
): Promise<CallResult<unknown>> =>
  resultOf(closedChannelId, api.revokeChatInviteLink(closedChannelId, inviteLink));

export const approveJoin = (
  api: MembershipApi,
  { closedChannelId, userId }: UserInChannel,
): Promise<CallResult<unknown>> =>
  resultOf(closedChannelId, api.approveChatJoinRequest(closedChannelId, userId));

export const declineJoin = (
  api: MembershipApi,
  { closedChannelId, userId }: UserInChannel,
): Promise<CallResult<unknown>> =>
  resultOf(closedChannelId, api.declineChatJoinRequest(closedChannelId, userId));

/** Removes a member and bans nobody: without `only_if_banned`, the call removes. One call can't stop half-way. */
export const removeFromChannel = (
  api: MembershipApi,
  { closedChannelId, userId }: UserInChannel,
): Promise<CallResult<unknown>> => resultOf(closedChannelId, api.unbanChatMember(closedChannelId, userId));

/** Removes a member and bans them, so that no link admits them again. */
export const banFromChannel = (
  api: MembershipApi,
  { closedChannelId, userId }: UserInChannel,
): Promise<CallResult<unknown>> => resultOf(closedChannelId, api.banChatMember(closedChannelId, userId));

/** Lifts a ban. A member who is in stays in. */
export const liftBan = (
  api: MembershipApi,
  { closedChannelId, userId }: UserInChannel,
): Promise<CallResult<unknown>> =>
  resultOf(closedChannelId, api.unbanChatMember(closedChannelId, userId, { only_if_banned: true }));
