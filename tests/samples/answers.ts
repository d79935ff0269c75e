import type { Writing } from './writing';
import type { Answer, AnswerName, AnswerOf, LongAnswer } from '../../shared/domain/messages/answers';
import type { Cents } from '../../shared/domain/common/ids';
import type { Recipient } from '../../shared/domain/messages/owner-answers';
import type { WordedRefusal } from '../../shared/domain/messages/talks';
import { PLAIN_ANSWERS } from './plain-answers';

/** Every reason why a message between a buyer and an owner isn't passed on. */
const talkRefusals: readonly WordedRefusal[] = [
  ...(['own_channel', 'not_yours', 'not_text', 'empty'] as const).map((reason) => ({ reason })),
  ...(['buyer', 'owner'] as const).map((side) => ({ reason: 'they_blocked', side }) as const),
  ...[1, 61, 86_400].map((seconds) => ({ reason: 'too_often', seconds }) as const),
  ...[1_001, 4_096].map((length) => ({ reason: 'too_long', length }) as const),
];

type Valued = { [Name in AnswerName]: keyof AnswerOf<Name> extends 'answer' ? never : Name }[AnswerName];

const OPEN = -1009999999999999;
const RECIPIENTS: readonly Recipient[] = [{ is: 'you' }, { is: 'owner' }, { is: 'chat', chatId: OPEN }];
const ROLES = ['manager', 'read_only'] as const;
const cents = 100_000_000 as Cents;
const leastCents = 999 as Cents;

/** Every answer that has values, with the longest of each. */
function valuedAnswersOf({ title, text }: Writing): {
  readonly [Name in Valued]: readonly AnswerOf<Name>[];
} {
  const roles = ROLES.map((role) => ({ role, title }));
  const toEach = RECIPIENTS.map((to) => ({ to }));
  return {
    talk_refused: talkRefusals.map((refusal) => ({ answer: 'talk_refused', title, ...refusal })),
    time_zones_found: [{ answer: 'time_zones_found', zones: ['America/Indiana/Knox', 'Asia/Tokyo'] }],
    key_ignored: [
      { answer: 'key_ignored', reason: 'too_many_digits' },
      { answer: 'key_ignored', reason: 'too_many_decimals' },
      { answer: 'key_ignored', reason: 'second_point' },
    ],
    amount_typed: [
      { answer: 'amount_typed', entry: '' },
      { answer: 'amount_typed', entry: '9999.99' },
    ],
    amount_refused: (
      [
        ['empty', true],
        ['too_small', true],
        ['too_small', false],
        ['too_large', true],
      ] as const
    ).map(([reason, isProven]) => ({ answer: 'amount_refused', reason, leastCents: cents, isProven })),
    price_too_small: [{ answer: 'price_too_small', priceCents: leastCents, leastCents: cents }],
    text_too_long: [{ answer: 'text_too_long', length: 4096, max: 1024 }],
    not_days: [{ answer: 'not_days', min: 1, max: 3650 }],
    not_hours: [{ answer: 'not_hours', min: 0, max: 720 }],
    not_percent: [{ answer: 'not_percent', min: 0, max: 20 }],
    amounts_unclear: [{ answer: 'amounts_unclear', most: 4 }],
    not_stars: [{ answer: 'not_stars', max: 10_000 }],
    star_presets_unclear: [{ answer: 'star_presets_unclear', most: 6, max: 10_000 }],
    tier_saved_stars_stay: [{ answer: 'tier_saved_stars_stay', stars: 10_000 }],
    not_a_worth: [{ answer: 'not_a_worth', maxCents: cents }],
    price_too_high: [{ answer: 'price_too_high', maxCents: cents }],
    no_coin_for_price: [{ answer: 'no_coin_for_price', cents: leastCents, leastCents: cents }],
    too_many_orders: [1, 61, 3600, 3601, 86_400].map((seconds) => ({
      answer: 'too_many_orders',
      seconds,
    })),
    too_many_files: [{ answer: 'too_many_files', seconds: 3600 }],
    bot_not_administrator: [
      { answer: 'bot_not_administrator', title },
      { answer: 'bot_not_administrator', title, kind: 'channel' },
      { answer: 'bot_not_administrator', title, kind: 'supergroup' },
    ],
    user_not_administrator: [{ answer: 'user_not_administrator', title }],
    rights_missing: [
      { answer: 'rights_missing', title, rights: ['can_restrict_members'] },
      { answer: 'rights_missing', title, rights: ['can_invite_users', 'can_restrict_members'] },
      { answer: 'rights_missing', title, rights: ['can_restrict_members'], kind: 'supergroup' },
    ],
    own_rights_missing: [
      { answer: 'own_rights_missing', title, rights: ['can_restrict_members'] },
      { answer: 'own_rights_missing', title, rights: ['can_something_new'] },
      { answer: 'own_rights_missing', title, rights: ['can_invite_users', 'can_restrict_members'] },
    ],
    chat_is_public: [
      { answer: 'chat_is_public', title, username: 'n'.repeat(32) },
      { answer: 'chat_is_public', title, username: 'n'.repeat(32), kind: 'supergroup' },
    ],
    channel_claimed_from_you: [{ answer: 'channel_claimed_from_you', title }],
    heir_rights_missing: [
      { answer: 'heir_rights_missing', rights: ['can_invite_users', 'can_restrict_members'] },
    ],
    removals_set: (['on', 'dry_run', 'off'] as const).map((removals) => ({
      answer: 'removals_set',
      removals,
    })),
    place_too_many: [{ answer: 'place_too_many', max: 20 }],
    too_many_tiers: [{ answer: 'too_many_tiers', max: 10 }],
    posts_scheduled: [{ answer: 'posts_scheduled', hour: 23, timeZone: 'America/Argentina/ComodRivadavia' }],
    posts_too_soon: [{ answer: 'posts_too_soon', seconds: 300 }],
    test_delivered: toEach.map((of) => ({ answer: 'test_delivered', ...of })),
    test_not_started: toEach.map((of) => ({ answer: 'test_not_started', botUsername: 'telepay_bot', ...of })),
    test_blocked: toEach.map((of) => ({ answer: 'test_blocked', ...of })),
    test_gone: toEach.map((of) => ({ answer: 'test_gone', ...of })),
    test_no_right: toEach.map((of) => ({ answer: 'test_no_right', ...of })),
    test_delayed: [{ answer: 'test_delayed', reason: text }],
    test_refused: [{ answer: 'test_refused', reason: text }],
    not_given_days: [{ answer: 'not_given_days', max: 3650 }],
    not_a_reason: [{ answer: 'not_a_reason', max: 300 }],
    too_many_administrators: [{ answer: 'too_many_administrators', max: 20 }],
    invitation_for_another: roles.map((of) => ({ answer: 'invitation_for_another', ...of })),
    invitation_accepted: roles.map((of) => ({ answer: 'invitation_accepted', ...of })),
    invitation_taken_up: [null, 'a_name_of_thirty_two_characters_'].flatMap((username) =>
      roles.map((of) => ({ answer: 'invitation_taken_up', userId: 9_999_999_999, username, ...of })),
    ),
    role_given: roles.map((of) => ({ answer: 'role_given', ...of })),
    role_taken: [{ answer: 'role_taken', title }],
    channel_received: [{ answer: 'channel_received', title }],
    channel_received_without_posts: [{ answer: 'channel_received_without_posts', title }],
    channel_given_away: [{ answer: 'channel_given_away', title }],
    ownership_transferred: [{ answer: 'ownership_transferred', title }],
  };
}

/** Every answer there is, with the longest values that each may have. */
export const answersOf = (writing: Writing): readonly Answer[] => [
  ...PLAIN_ANSWERS,
  ...Object.values(valuedAnswersOf(writing)).flat(),
];

/** Every answer that may be a toast or an alert; the others are only said above a page, or as a message. */
export const toastsOf = (writing: Writing): readonly Answer[] =>
  answersOf(writing).filter(({ answer }) => !Object.hasOwn(LONG, answer));

const LONG = {
  bot_not_administrator: 0,
  rights_missing: 0,
  own_rights_missing: 0,
  chat_is_public: 0,
  basic_group: 0,
  test_delayed: 0,
  test_refused: 0,
  invitation_for_another: 0,
  invitation_taken_up: 0,
  channel_received: 0,
  channel_received_without_posts: 0,
  channel_given_away: 0,
  channel_claimed_from_you: 0,
} satisfies Record<LongAnswer['answer'], 0>;
