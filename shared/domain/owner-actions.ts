import { listArguments, memberArguments, MEMBER_FILTERS, ORDER_FILTERS } from './lists';
import type { Role } from './roles';

/** What somebody who runs a channel may press or be asked, and which role it takes. */
interface OwnerAction {
  readonly least: Role;
  /** What may stand behind the channel on the button; absent: nothing. One that takes '' may be left out. */
  readonly argument?: RegExp;
}

/** Every act of an owner, by the word on its button: the one list of who may do what. */
export const OWNER_ACTIONS = {
  menu: { least: 'read_only' },
  settings: { least: 'manager' },
  edit: { least: 'manager', argument: /^[a-z_]{1,30}$/ },
  pause: { least: 'manager' },
  resume: { least: 'manager' },
  members: { least: 'read_only', argument: listArguments(MEMBER_FILTERS) },
  member: { least: 'read_only', argument: memberArguments },
  orders: { least: 'read_only', argument: listArguments(ORDER_FILTERS) },
  order: { least: 'read_only', argument: /^[\w-]{22}$/ },
  cases: { least: 'read_only', argument: /^(?:[1-9]\d{0,5})?$/ },
  case: { least: 'read_only', argument: /^[1-9]\d{0,15}$/ },
} as const satisfies Readonly<Record<string, OwnerAction>>;

export type OwnerActionName = keyof typeof OWNER_ACTIONS;

export const isOwnerAction = (word: string): word is OwnerActionName => Object.hasOwn(OWNER_ACTIONS, word);

/** Which role an act takes. */
export const leastRoleFor = (action: OwnerActionName): Role => OWNER_ACTIONS[action].least;

/** Whether this may stand behind the channel on the button of an act. */
export function takesArgument(action: OwnerActionName, argument: string | undefined): boolean {
  const { argument: pattern }: OwnerAction = OWNER_ACTIONS[action];
  return pattern === undefined ? argument === undefined : pattern.test(argument ?? '');
}

/** Acts that only show something: a page about a channel, drawn from what is there. */
export type PageName =
  'menu' | 'settings' | 'edit' | 'members' | 'member' | 'orders' | 'order' | 'cases' | 'case';
