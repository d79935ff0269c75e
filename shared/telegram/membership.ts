import type { ClosedChannelId } from '../domain/common/ids';
import type { Membership } from '../domain/common/membership';
import type { Api } from './api';
import { membershipFailure, type MembershipFailure } from './failure';

/** The calls by which people are let in and removed. */
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

/** Telegram's answer, or what its refusal means: every caller has to look before going on. */
export type CallResult<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: MembershipFailure };

async function answered<T>(call: Promise<T>): Promise<CallResult<T>> {
  try {
    return { ok: true, value: await call };
  } catch (error) {
    return { ok: false, failure: membershipFailure(error) };
  }
}

/** One person and the channel they are or want to be in. */
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

/** Whether somebody is in. Whom Telegram does not know there is out. */
export async function askMembership(
  api: MembershipApi,
  { closedChannelId, userId }: UserInChannel,
): Promise<CallResult<Membership>> {
  const member = await answered(api.getChatMember(closedChannelId, userId));
  if (member.ok) return { ok: true, value: membershipIn(member.value) };
  return member.failure.type === 'no_such_user' ? { ok: true, value: 'out' } : member;
}

export const countMembers = (
  api: MembershipApi,
  closedChannelId: ClosedChannelId,
): Promise<CallResult<number>> => answered(api.getChatMemberCount(closedChannelId));

export interface LinkTerms {
  readonly closedChannelId: ClosedChannelId;
  /** Shown to the channel's administrators; at most 32 characters. */
  readonly name: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

/** A link that lets nobody in by itself: whoever opens it asks to join, and only its buyer is let in. */
export async function createJoinLink(
  api: MembershipApi,
  { closedChannelId, name, expiresAt }: LinkTerms,
): Promise<CallResult<string>> {
  const expire_date = Math.floor(expiresAt / 1000);
  const terms = { creates_join_request: true, name: name.slice(0, 32), expire_date };
  const made = await answered(api.createChatInviteLink(closedChannelId, terms));
  return made.ok ? { ok: true, value: made.value.invite_link } : made;
}

export const revokeJoinLink = (
  api: MembershipApi,
  { closedChannelId, inviteLink }: { closedChannelId: ClosedChannelId; inviteLink: string },
): Promise<CallResult<unknown>> => answered(api.revokeChatInviteLink(closedChannelId, inviteLink));

export const approveJoin = (
  api: MembershipApi,
  { closedChannelId, userId }: UserInChannel,
): Promise<CallResult<unknown>> => answered(api.approveChatJoinRequest(closedChannelId, userId));

export const declineJoin = (
  api: MembershipApi,
  { closedChannelId, userId }: UserInChannel,
): Promise<CallResult<unknown>> => answered(api.declineChatJoinRequest(closedChannelId, userId));

/** Without `only_if_banned` this removes, and leaves no ban behind: one call, so there is no half of it to repair. */
export const removeFromChannel = (
  api: MembershipApi,
  { closedChannelId, userId }: UserInChannel,
): Promise<CallResult<unknown>> => answered(api.unbanChatMember(closedChannelId, userId));

/** Removes somebody for good: no link lets them in any more. */
export const banFromChannel = (
  api: MembershipApi,
  { closedChannelId, userId }: UserInChannel,
): Promise<CallResult<unknown>> => answered(api.banChatMember(closedChannelId, userId));

/** Lifts a ban and nothing else: who is in stays in. */
export const liftBan = (
  api: MembershipApi,
  { closedChannelId, userId }: UserInChannel,
): Promise<CallResult<unknown>> =>
  answered(api.unbanChatMember(closedChannelId, userId, { only_if_banned: true }));
