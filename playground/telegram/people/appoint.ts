import { changeMember } from '../membership/members';
import { areBasicRights, may, memberOf, rightsNamed } from '../membership/rights';
import type { Chat } from '../types';
import type { World } from '../world';
import { upgradeGroup } from './change-group';

/** `actorId` appoints or dismisses `userId` as an administrator. The bot is appointed like any user. */
export interface Appointment {
  readonly chat: Chat;
  readonly userId: number;
  readonly actorId: number;
}

/** Makes a user an administrator with exactly these rights, or replaces their rights. */
export function promote(world: World, appointment: Appointment, names: readonly string[]): void {
  checkMayAppoint(appointment);
  const { chat, userId, actorId } = appointment;
  world.getUser(userId);
  const rights = rightsNamed(chat, names);
  // An administrator can't give rights that they lack.
  const isLacking = Object.keys(chat.type === 'group' ? {} : rights).some(
    (right) => rights[right] === true && !may(chat, actorId, right),
  );
  if (isLacking) throw new Error('RIGHT_FORBIDDEN');
  changeMember(world, { ...appointment, status: 'administrator', rights });
}

/**
 * Appoints like the client: all administrators of a basic group have the same rights, so for others the group becomes a
 * supergroup first (telegramdesktop/tdesktop, edit_participants_box.cpp, `SaveAdminCallback`). Returns the chat's id.
 */
export function appointByHand(world: World, appointment: Appointment, names: readonly string[]): number {
  const { chat, actorId } = appointment;
  if (chat.type !== 'group' || areBasicRights(names)) {
    promote(world, appointment, names);
    return chat.id;
  }
  checkMayAppoint(appointment);
  const upgraded = world.getChat(upgradeGroup(world, chat.id, actorId));
  promote(world, { ...appointment, chat: upgraded }, names);
  return upgraded.id;
}

/** Takes the rights away. A human stays a member. A bot leaves a channel, because it can't be a plain member there. */
export function dismiss(world: World, appointment: Appointment): void {
  checkMayAppoint(appointment);
  const { chat, userId } = appointment;
  if (memberOf(chat, userId).status !== 'administrator') throw new Error('USER_NOT_PARTICIPANT');
  const isLeaving = userId === world.bot.id && chat.type === 'channel';
  changeMember(world, { ...appointment, status: isLeaving ? 'left' : 'member' });
}

/** Only the creator, or the administrator who appointed them, may change an administrator. */
export function mayChange({ chat, userId, actorId }: Appointment): boolean {
  const { status, change } = memberOf(chat, userId);
  if (status === 'creator') return false;
  if (status !== 'administrator' || memberOf(chat, actorId).status === 'creator') return true;
  return change?.actorId === actorId;
}

function checkMayAppoint(appointment: Appointment): void {
  const { chat, userId, actorId } = appointment;
  if (!may(chat, actorId, 'can_promote_members')) throw new Error('CHAT_ADMIN_REQUIRED');
  if (memberOf(chat, userId).status === 'creator') throw new Error('USER_CREATOR');
  if (!mayChange(appointment)) throw new Error('CHAT_ADMIN_REQUIRED');
}
