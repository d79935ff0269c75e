import * as z from 'zod';
import type { ClosedChannelId, Cents, OpenChannelId, OrderReference } from '../../domain/common/ids';
import type { Effect, EffectKind, EffectOf } from '../../domain/effects';
import type { AccessNews } from '../../domain/messages/access';
import type { Answer } from '../../domain/messages/answers';
import { LIVING_MODES } from '../../domain/common/living-message';
import { RAIL_NAMES } from '../../domain/common/rails';
import type { Message } from '../../domain/messages/messages';
import type { Occasion } from '../../domain/messages/parts';
import { CASE_STEPS } from '../../domain/payments/clock/case-steps';
import type { PageName } from '../../domain/owner/owner-actions';
import { RENEWAL_ENDERS } from '../../domain/stars/renewal';
import { POSTS } from '../../domain/posts/posts';
import { EXPORTS } from '../../domain/reports/exports';
import type { Sql } from '../connection/options';

/**
 * Decides which claim takes an entry. `prompt`: a person waits for it. `background`: nobody waits for it. `bulk`:
 * thousands are due at one hour, so they share one rate limit, see `claimBulk`. Partial indexes name the kinds of the
 * last two, so a new kind in either needs a migration.
 */
export type Lane = 'prompt' | 'background' | 'bulk';

interface Row<Stored> {
  readonly lane: Lane;
  /** It may be about any place of an offer. */
  readonly isInPlace?: true;
  /** Reads what the outbox holds; `undefined` if this version of the code cannot. */
  readonly read: (stored: object) => Stored | undefined;
  /**
   * Has no value. It makes a row fit one effect only: a field that one of the two lacks, optional or not, does not
   * compile, and neither does a value that one of them excludes.
   */
  readonly fits?: (effect: Required<Stored>) => Required<Stored>;
}

function row<Shape extends z.ZodRawShape>(lane: Lane, shape: Shape): Row<z.output<z.ZodObject<Shape>>> {
  const schema = z.object(shape);
  return { lane, read: (stored) => schema.safeParse(stored).data };
}

/**
 * Like `row`, for an effect in a place. About any place but the main one, `openChannelId` is stored as `offerId` and `chatId` as
 * `closedChannelId`: a release that knows one place for each offer can't read that, so it leaves such a promise to a later one.
 */
function placeRow<Shape extends z.ZodRawShape>(
  lane: Lane,
  shape: Shape,
): Row<z.output<z.ZodObject<Shape & typeof ofPlace>>> {
  const { read, ...rest } = row(lane, { ...shape, ...ofPlace });
  return {
    ...rest,
    isInPlace: true,
    read: (stored) =>
      read(
        'offerId' in stored && 'closedChannelId' in stored
          ? { ...stored, openChannelId: stored.offerId, chatId: stored.closedChannelId }
          : stored,
      ),
  };
}

const kind = <Kind extends EffectKind>(name: Kind) => z.literal(name);
const integer = <Type extends number>() => z.custom<Type>((value) => Number.isSafeInteger(value));
const text = <Type extends string>() => z.custom<Type>((value) => typeof value === 'string');
const typed = z.looseObject({ type: z.string() });
/** Checks only that there is a type. The code that words the data fails on an unknown one. */
const data = <Type extends { readonly type: string }>() =>
  z.custom<Type>((value) => typed.safeParse(value).success);

const named = z.looseObject({ answer: z.string() });
/** Like `data`, for an answer. Older versions wrote none. */
const answer = z.custom<Answer>((value) => named.safeParse(value).success).nullish();

const reference = text<OrderReference>();
const openChannelId = integer<OpenChannelId>();
const closedChannelId = integer<ClosedChannelId>();
const ofPost = { openChannelId, post: z.enum(POSTS) };
const userChatId = z.int().optional();
const ofSubscription = { openChannelId, userId: z.int() };
const ofPlace = { ...ofSubscription, chatId: closedChannelId.optional() };

/** Every kind of effect: how it is read back, and its lane. */
const EFFECTS = {
  send_message: row('prompt', {
    kind: kind('send_message'),
    chatId: z.int(),
    message: data<Message>(),
    living: z.object({ topic: z.string(), as: z.enum(LIVING_MODES) }).optional(),
  }),
  delete_message: row('prompt', { kind: kind('delete_message'), chatId: z.int(), messageId: z.int() }),
  relay_message: row('prompt', { kind: kind('relay_message'), relayId: z.string() }),
  create_invoice: row('prompt', {
    kind: kind('create_invoice'),
    reference,
    amountCents: integer<Cents>(),
    // An older version knew one occasion only, and did not store it.
    occasion: data<Occasion>().default({ type: 'purchase' }),
  }),
  invoice_on_rail: row('prompt', {
    kind: kind('invoice_on_rail'),
    reference,
    rail: z.enum(RAIL_NAMES),
    renews: z.boolean(),
    occasion: data<Occasion>(),
  }),
  reconcile_order: row('background', { kind: kind('reconcile_order'), reference }),
  refund_payment: row('prompt', { kind: kind('refund_payment'), reference, paymentId: z.int() }),
  case_step: row('prompt', {
    kind: kind('case_step'),
    reference,
    paymentId: z.int(),
    about: z.string(),
    step: z.enum(CASE_STEPS),
  }),
  show_page: row('prompt', {
    kind: kind('show_page'),
    ...ofSubscription,
    messageId: z.int().nullable(),
    page: text<PageName>(),
    argument: z.string().nullable(),
    note: z.string().nullable(),
    answer,
  }),
  offer_set_up: row('prompt', { kind: kind('offer_set_up'), chatId: z.int(), userId: z.int() }),
  show_set_up: row('prompt', {
    kind: kind('show_set_up'),
    userId: z.int(),
    messageId: z.int().nullable(),
    botUsername: z.string(),
    complaint: z.string().nullable(),
    answer,
    again: z.int().optional(),
  }),
  send_report: row('prompt', { kind: kind('send_report'), ...ofSubscription }),
  send_link_picture: row('prompt', {
    kind: kind('send_link_picture'),
    ...ofSubscription,
    post: z.enum(POSTS),
  }),
  send_export: row('prompt', { kind: kind('send_export'), ...ofSubscription, name: z.enum(EXPORTS) }),
  send_keypad: row('prompt', { kind: kind('send_keypad'), chatId: z.int(), keypadId: z.string() }),
  expire_keypad: row('prompt', { kind: kind('expire_keypad'), keypadId: z.string() }),
  grant_access: placeRow('prompt', {
    kind: kind('grant_access'),
    reference: reference.nullable(),
    news: data<AccessNews>(),
  }),
  approve_join_request: placeRow('prompt', { kind: kind('approve_join_request'), userChatId }),
  apply_ban: placeRow('prompt', { kind: kind('apply_ban') }),
  decline_join_request: placeRow('prompt', {
    kind: kind('decline_join_request'),
    userChatId,
    closedChannelId,
    title: z.string(),
    place: z.object({ title: z.string(), kind: z.enum(['channel', 'supergroup']) }).optional(),
  }),
  approve_waiting: placeRow('bulk', { kind: kind('approve_waiting') }),
  check_place: row('bulk', { kind: kind('check_place'), chatId: z.int() }),
  apply_place: row('prompt', {
    kind: kind('apply_place'),
    openChannelId,
    chatId: closedChannelId,
    since: z.int(),
    after: z.int(),
    isAgain: z.boolean(),
    total: z.int().nullable(),
    begun: z.int(),
    countAgainSeconds: z.int(),
  }),
  read_takeover: row('prompt', {
    kind: kind('read_takeover'),
    ...ofSubscription,
    fileId: z.string().nullable(),
    until: z.union([z.int(), z.literal('for_ever')]).nullable(),
  }),
  send_takeover: row('prompt', { kind: kind('send_takeover'), ...ofSubscription, takeoverId: z.int() }),
  apply_takeover: row('prompt', { kind: kind('apply_takeover'), takeoverId: z.int() }),
  check_renewal: row('prompt', { kind: kind('check_renewal'), chargeId: z.string() }),
  review_renewals: row('prompt', { kind: kind('review_renewals'), ...ofSubscription }),
  end_renewal: row('prompt', {
    kind: kind('end_renewal'),
    payload: z.string(),
    by: z.enum(RENEWAL_ENDERS),
    chargeId: z.string().optional(),
  }),
  revoke_invite_link: row('prompt', {
    kind: kind('revoke_invite_link'),
    closedChannelId,
    inviteLink: z.string(),
  }),
  remind: row('background', {
    kind: kind('remind'),
    ...ofSubscription,
    paidUntil: z.int(),
    daysLeft: z.int(),
  }),
  send_digest: row('prompt', { kind: kind('send_digest'), openChannelId, from: z.int(), until: z.int() }),
  try_notification: row('prompt', {
    kind: kind('try_notification'),
    ...ofSubscription,
    messageId: z.int().nullable(),
  }),
  remove_member: placeRow('background', {
    kind: kind('remove_member'),
    paidUntil: z.int().nullable(),
  }),
  publish_post: row('bulk', { kind: kind('publish_post'), ...ofPost, occasion: z.string() }),
  remove_post: row('bulk', { kind: kind('remove_post'), ...ofPost, occasion: z.string() }),
  refresh_posts: row('bulk', { kind: kind('refresh_posts'), openChannelId }),
  preview_post: row('prompt', { kind: kind('preview_post'), ...ofPost, userId: z.int() }),
  sweep_twin: row('bulk', {
    kind: kind('sweep_twin'),
    ...ofPost,
    chatId: z.int(),
    messageId: z.int(),
    since: z.int(),
  }),
} satisfies { readonly [Kind in EffectKind]: Row<EffectOf<Kind>> };

const isEffectKind = (name: string): name is EffectKind => Object.hasOwn(EFFECTS, name);

/** The effect that a row of the outbox holds; `undefined` if a newer version wrote it. */
export const readEffect = (name: string, payload: object): Effect | undefined =>
  isEffectKind(name) ? EFFECTS[name].read({ ...payload, kind: name }) : undefined;

/** The fields of an effect as the outbox stores them. See `placeRow`. */
export function storedFields<Value>(
  name: EffectKind,
  fields: Readonly<Record<string, Value>>,
): Readonly<Record<string, Value>> {
  const { chatId, openChannelId, ...rest } = fields;
  return EFFECTS[name].isInPlace !== true || chatId === undefined || openChannelId === undefined
    ? fields
    : { ...rest, offerId: openChannelId, closedChannelId: chatId };
}

export const laneOf = (name: EffectKind): Lane => EFFECTS[name].lane;

const KINDS = Object.keys(EFFECTS).filter(isEffectKind);
const listed = (isListed: (lane: Lane) => boolean) =>
  `(${KINDS.filter((name) => isListed(laneOf(name)))
    .map((name) => `'${name}'`)
    .join(', ')})`;
// Written out instead of passed as parameters, because Postgres must see that a partial index holds these kinds.
// A kind that only a newer version knows is prompt.
const CONDITIONS: { readonly [Name in Lane]: string } = {
  prompt: `kind not in ${listed((lane) => lane !== 'prompt')}`,
  background: `kind in ${listed((lane) => lane === 'background')}`,
  bulk: `kind in ${listed((lane) => lane === 'bulk')}`,
};

/** True if a row of the outbox is in the lane. */
export const isInLane = (sql: Sql, lane: Lane) => sql`${sql.unsafe(CONDITIONS[lane])}`;
