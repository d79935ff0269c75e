import type { Role } from './roles';

/** What somebody who runs a channel may press or be asked, and which role it takes. */
interface OwnerAction {
  readonly least: Role;
  /** What may stand behind the channel on the button; absent: nothing. */
  readonly argument?: RegExp;
}

const USER = /^[1-9]\d{0,15}$/;
const RULING_ID = /^[A-Za-z0-9_-]{22}$/;

/** Every act of an owner, by the word on its button: the one list of who may do what. */
export const OWNER_ACTIONS = {
  menu: { least: 'read_only' },
  settings: { least: 'manager' },
  edit: { least: 'manager', argument: /^[a-z_]{1,30}$/ },
  pause: { least: 'manager' },
  resume: { least: 'manager' },
  give: { least: 'manager' },
  buyer: { least: 'manager', argument: USER },
  /** Whom, and how many days once that was said. */
  grant: { least: 'manager', argument: /^[1-9]\d{0,15}(?:_[1-9]\d{0,3})?$/ },
  revoke: { least: 'manager', argument: USER },
  ban: { least: 'manager', argument: USER },
  unban: { least: 'manager', argument: USER },
  ruling: { least: 'manager', argument: RULING_ID },
  confirm: { least: 'manager', argument: RULING_ID },
  audit: { least: 'manager', argument: /^[1-9]\d{0,5}$/ },
} as const satisfies Readonly<Record<string, OwnerAction>>;

export type OwnerActionName = keyof typeof OWNER_ACTIONS;

export const isOwnerAction = (word: string): word is OwnerActionName => Object.hasOwn(OWNER_ACTIONS, word);

/** Which role an act takes. */
export const leastRoleFor = (action: OwnerActionName): Role => OWNER_ACTIONS[action].least;

/** Whether this may stand behind the channel on the button of an act. */
export function takesArgument(action: OwnerActionName, argument: string | undefined): boolean {
  const { argument: pattern }: OwnerAction = OWNER_ACTIONS[action];
  return argument === undefined ? pattern === undefined : pattern?.test(argument) === true;
}

/** Acts that only show something: a page about a channel, drawn from what is there. */
export type PageName =
  'menu' | 'settings' | 'edit' | 'give' | 'buyer' | 'grant' | 'revoke' | 'ban' | 'unban' | 'ruling' | 'audit';
