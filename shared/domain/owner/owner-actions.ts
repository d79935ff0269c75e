import { listArguments, memberArguments, MEMBER_FILTERS, ORDER_FILTERS } from './lists';
import { RULING_ROLE, type Role } from '../common/roles';
import { LIST_CHOSEN, LIST_ID, LIST_PAGE } from '../takeovers/options';

/** What an owner or manager may press or be asked, and the role that it takes. */
interface OwnerAction {
  readonly least: Role;
  /**
   * Matches what may follow the channel on the button. Absent: nothing may. A pattern that matches '' makes it
   * optional.
   */
  readonly argument?: RegExp;
  /** The action only shows a page about a channel and changes nothing. */
  readonly page?: true;
  /** The button answers the open question, as typing would, or is beside it. Every other button ends it. */
  readonly answers?: true;
}

const USER = /^[1-9]\d{0,15}$/;
/** The name of a time zone. Callback data has room for 36 characters. */
const ZONE =
  /^(?:[A-Z][A-Za-z_]{0,14}(?:\/[A-Z][\w+-]{0,18})?|America\/[A-Z][A-Za-z_]{0,11}\/[A-Z][A-Za-z_]{0,13})$/;
const CHAT = /^-[1-9]\d{0,15}$/;
/** See `placeYes`. */
const PLACE_YES = /^-[1-9]\d{0,15}_[0-9a-z]{1,9}$/;
const RULING_ID = /^[A-Za-z0-9_-]{22}$/;
/** Every action of an owner, by its name on the button: the only list of what each role may do. */
export const OWNER_ACTIONS = {
  menu: { least: 'read_only', page: true },
  settings: { least: 'manager', page: true },
  edit: { least: 'manager', argument: /^[a-z_]{1,30}$/, page: true },
  amounts: { least: 'manager', page: true },
  'drop-amounts': { least: 'manager' },
  'donation-stars': { least: 'manager', page: true },
  'set-donation-stars': { least: 'manager', argument: /^(usual|off)$/ },
  pause: { least: 'manager' },
  resume: { least: 'manager' },
  tiers: { least: 'manager', page: true },
  tier: { least: 'manager', argument: /^([1-9]|10)$/ },
  'edit-tier': { least: 'manager', argument: /^([1-9]|10)_tier_(name|price|days)$/ },
  /** Answers the question how long a tier lasts. */
  'tier-days': { least: 'manager', argument: /^([1-9]\d{0,3}|forever)$/, answers: true },
  'tier-stars': { least: 'manager', argument: /^([1-9]|10)$/, page: true },
  /** The tier, and its price in Stars. */
  'set-stars': { least: 'manager', argument: /^([1-9]|10)_([1-9]\d{0,4}|none)$/ },
  'drop-tier': { least: 'manager', argument: /^([1-9]|10)$/ },
  zone: { least: 'manager', argument: ZONE },
  removals: { least: 'manager', page: true },
  'set-removals': { least: 'manager', argument: /^(on|dry_run|off)$/ },
  listed: { least: 'owner', argument: /^(on|off)$/ },
  language: { least: 'manager', page: true },
  'set-language': { least: 'manager', argument: /^[a-z]{2}(-[a-z]{2})?$/ },
  chat: { least: 'owner', argument: /^(private|public)$/ },
  'set-private': { least: 'owner', argument: /^(-\d{1,16}|pick|group)$/ },
  'set-public': { least: 'owner', argument: /^(-100\d{1,13}|none|pick)$/ },
  places: { least: 'manager', page: true },
  place: { least: 'manager', argument: CHAT, page: true },
  'add-place': { least: 'owner' },
  'set-extra': { least: 'owner', argument: /^(-\d{1,16}|pick|group)$/ },
  /** The chat, and when the question was asked that this answers. */
  'open-place': { least: 'owner', argument: PLACE_YES },
  'drop-place': { least: 'owner', argument: CHAT },
  'close-place': { least: 'owner', argument: PLACE_YES },
  team: { least: 'owner', page: true },
  person: { least: 'owner', argument: /^[1-9]\d{0,15}$/ },
  invite: { least: 'owner', argument: /^(manager|read_only)$/ },
  role: { least: 'owner', argument: /^[1-9]\d{0,15}_(manager|read_only)$/ },
  dismiss: { least: 'owner', argument: /^[1-9]\d{0,15}$/ },
  transfer: { least: 'owner', argument: /^[1-9]\d{0,15}$/ },
  'transfer-now': { least: 'owner', argument: /^[1-9]\d{0,15}$/ },
  posts: { least: 'manager', page: true },
  'post-preview': { least: 'manager', argument: /^(offer|donate)$/ },
  'post-kind': { least: 'manager', argument: /^(offer|donate)$/ },
  'post-publish': { least: 'manager' },
  'post-hours': { least: 'manager', page: true },
  'post-daily': { least: 'manager', argument: /^(never|1?\d|2[0-3])$/ },
  'post-refresh': { least: 'manager' },
  'post-remove': { least: 'manager' },
  /** `new`: the channel was just put on sale. */
  links: { least: 'read_only', argument: /^(new)?$/, page: true },
  'link-picture': { least: 'read_only', argument: /^(offer|donate)$/ },
  stats: { least: 'read_only', page: true },
  export: { least: 'read_only', argument: /^(?:orders|payments|members)$/ },
  members: { least: 'read_only', argument: listArguments(MEMBER_FILTERS), page: true },
  member: { least: 'read_only', argument: memberArguments, page: true },
  /** Asks whether to end what renews by itself of a user, and the answer Yes. */
  'renewal-ask': { least: RULING_ROLE, argument: USER },
  'renewal-end': { least: RULING_ROLE, argument: USER },
  orders: { least: 'read_only', argument: listArguments(ORDER_FILTERS), page: true },
  order: { least: 'read_only', argument: /^[\w-]{22}$/, page: true },
  cases: { least: 'read_only', argument: /^(?:[1-9]\d{0,5})?$/, page: true },
  case: { least: 'read_only', argument: /^[1-9]\d{0,15}$/, page: true },
  /** The payment, and the cents once they were typed. */
  'case-worth': { least: RULING_ROLE, argument: /^[1-9]\d{0,15}(?:_[1-9]\d{0,7})?$/, page: true },
  /** Asks once more before a payment is sent back. The payment. */
  refund: { least: RULING_ROLE, argument: /^[1-9]\d{0,15}$/, page: true },
  'refund-now': { least: RULING_ROLE, argument: /^[1-9]\d{0,15}$/ },
  notify: { least: 'manager', page: true },
  'notify-set': { least: 'manager', argument: /^(on|off|each|digest|both|here|owner)$/ },
  'notify-hours': { least: 'manager', page: true },
  'notify-hour': { least: 'manager', argument: /^([0-9]|1[0-9]|2[0-3])$/ },
  'notify-test': { least: 'manager' },
  'notify-missed': { least: 'manager', page: true },
  'notify-again': { least: 'manager' },
  give: { least: 'manager', page: true },
  buyer: { least: 'manager', argument: USER, page: true },
  /** The user, and the number of days once it is known; a million are for ever. */
  grant: { least: 'manager', argument: /^[1-9]\d{0,15}(?:_(?:[1-9]\d{0,3}|1000000))?$/, page: true },
  revoke: { least: 'manager', argument: USER, page: true },
  ban: { least: 'manager', argument: USER, page: true },
  unban: { least: 'manager', argument: USER, page: true },
  /** Goes on without a reason: what is done, and to which user. */
  'no-reason': {
    least: 'manager',
    argument: /^(?:grant|revoke|ban|unban)_[1-9]\d{0,15}(?:_(?:[1-9]\d{0,3}|1000000))?$/,
  },
  ruling: { least: 'manager', argument: RULING_ID, page: true },
  confirm: { least: 'manager', argument: RULING_ID },
  audit: { least: 'manager', argument: /^[1-9]\d{0,5}$/, page: true },
  'take-over': { least: RULING_ROLE, page: true },
  /** The list, and what was chosen for it so far. A manager may send a corrected one after any of these. */
  takeover: { least: RULING_ROLE, argument: LIST_PAGE, page: true, answers: true },
  'list-go': { least: RULING_ROLE, argument: LIST_CHOSEN, answers: true },
  'list-drop': { least: RULING_ROLE, argument: LIST_ID, answers: true },
  'list-file': { least: RULING_ROLE, argument: LIST_ID, answers: true },
  'list-undo': { least: RULING_ROLE, argument: LIST_ID, page: true, answers: true },
  'list-undo-now': { least: RULING_ROLE, argument: LIST_ID, answers: true },
} as const satisfies Readonly<Record<string, OwnerAction>>;

export type OwnerActionName = keyof typeof OWNER_ACTIONS;

export const isOwnerAction = (word: string): word is OwnerActionName => Object.hasOwn(OWNER_ACTIONS, word);

/** The lowest role that may do an action. */
export const leastRoleFor = (action: OwnerActionName): Role => OWNER_ACTIONS[action].least;

/** Returns true if the button of an action leaves the question open, or answers it. */
export function answersQuestion(action: OwnerActionName): boolean {
  const { answers }: OwnerAction = OWNER_ACTIONS[action];
  return answers === true;
}

/** Returns true if `argument` may follow the channel on the button of an action. */
export function takesArgument(action: OwnerActionName, argument: string | undefined): boolean {
  const { argument: pattern }: OwnerAction = OWNER_ACTIONS[action];
  return pattern === undefined ? argument === undefined : pattern.test(argument ?? '');
}

/** The actions that are pages. */
export type PageName = {
  [Name in OwnerActionName]: (typeof OWNER_ACTIONS)[Name] extends { page: true } ? Name : never;
}[OwnerActionName];
