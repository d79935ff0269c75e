import { changeMember } from '../membership/members';
import { may, memberOf, rightsNamed } from '../membership/rights';
import type { Chat } from '../types';
import type { World } from '../world';

/** Who makes whom an administrator, or no longer one. The bot is appointed like anybody else. */
export interface Appointment {
  readonly chat: Chat;
  readonly userId: number;
  readonly actorId: number;
}

/** Makes somebody an administrator with these rights and no others, or changes the rights they have. */
export function promote(world: World, appointment: Appointment, names: readonly string[]): void {
  checkMayAppoint(appointment);
  const { chat, userId, actorId } = appointment;
  world.getUser(userId);
  const rights = rightsNamed(names);
  // Nobody gives what they have not.
  const isLacking = Object.keys(rights).some((right) => rights[right] === true && !may(chat, actorId, right));
  if (isLacking) throw new Error('RIGHT_FORBIDDEN');
  changeMember(world, { ...appointment, status: 'administrator', rights });
}

/** Takes the rights away. A person stays a member; a bot cannot be a mere member of a channel, and is out. */
export function dismiss(world: World, appointment: Appointment): void {
  checkMayAppoint(appointment);
  const { chat, userId } = appointment;
  if (memberOf(chat, userId).status !== 'administrator') throw new Error('USER_NOT_PARTICIPANT');
  changeMember(world, { ...appointment, status: userId === world.bot.id ? 'left' : 'member' });
}

/** An administrator is in the hands of the creator and of whoever appointed them. */
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
