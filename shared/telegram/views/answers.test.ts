import type { Writing } from '../../../tests/samples/writing';
import type { Answer } from '../../domain/messages/answers';
import { answersOf, toastsOf } from '../../../tests/samples/answers';
import { LANGUAGES } from '../../domain/common/language';
import { ANSWERS, storedWords, wordsOf } from './answers';
import { markOf } from './note-mark';
import { MAX_NOTE } from './owner/menu';
import { viewOf } from './';
import { wordingIn } from './wording';

/** https://core.telegram.org/bots/api#answercallbackquery */
const MAX_TOAST = 200;
const plain: Writing = { title: 'Alpha Signals', name: 'Gold', text: 'Bad Request: chat not found' };
const long: Writing = { title: 'T'.repeat(300), name: 'N'.repeat(300), text: 'R'.repeat(256) };

const nameOf = ({ answer }: Answer) => answer;

it('has a sample for each answer', () => {
  expect([...new Set(answersOf(plain).map(nameOf))].sort()).toEqual(Object.keys(ANSWERS).sort());
});

describe.each(LANGUAGES)('answers in %s', (language) => {
  const words = (answer: Answer) => wordsOf(answer, wordingIn(language));

  it('keep each toast within the 200 characters that Telegram shows', () => {
    const tooLong = toastsOf(long)
      .map(words)
      .filter(({ length }) => length > MAX_TOAST);
    expect(tooLong).toEqual([]);
  });

  it('are never cut above a page', () => {
    const tooLong = answersOf(long)
      .map(words)
      .filter(({ length }) => length > MAX_NOTE);
    expect(tooLong).toEqual([]);
  });

  it('have no missing value', () => {
    const odd = answersOf(plain)
      .map(words)
      .filter((text) => /undefined|\bnull\b|NaN|\[object|\{\$|\$\{| {2}|^\s|\s$|^$|\.\./.test(text));
    expect(odd).toEqual([]);
  });

  it('differ in their words if they are different', () => {
    const texts = answersOf(plain).map(words);
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
  });
});

it.each([
  [{ answer: 'too_many_tiers', max: 10 }, '10 tiers are the most. Remove one first.'],
  [
    { answer: 'rights_missing', title: 'Alpha', rights: ['can_restrict_members'] },
    'I still need “Ban Users” in “Alpha”. Open the channel, tap its name, then Administrators → me, switch that on, then tap Check again.',
  ],
  [
    { answer: 'bot_not_administrator', title: 'Alpha', kind: 'supergroup' },
    "I'm not an administrator of “Alpha”. Open the group, tap its name, then Edit → Administrators → Add Admin, choose me, then tap Check again.",
  ],
  [
    {
      answer: 'rights_missing',
      title: 'Alpha',
      kind: 'supergroup',
      rights: ['can_invite_users', 'can_restrict_members'],
    },
    'I still need “Invite Users via Link” and “Ban Users” in “Alpha”. Open the group, tap its name, then Edit → Administrators → me, switch that on, then tap Check again.',
  ],
  [{ answer: 'posts_scheduled', hour: 9, timeZone: 'UTC' }, "I'll post every day at 09:00 (UTC)."],
  [{ answer: 'not_hours', min: 0, max: 720 }, 'Type a whole number of hours from 0 to 720.'],
  [{ answer: 'not_days', min: 1, max: 3650 }, 'Type a whole number of days from 1 to 3650, or “for ever”.'],
  [
    { answer: 'test_gone', to: { is: 'chat', chatId: -5 } },
    "❌ The test didn't reach chat -5, because it no longer exists.",
  ],
  [
    { answer: 'invitation_taken_up', userId: 7, username: null, role: 'read_only', title: 'Alpha' },
    'Invitation accepted: User 7 is a viewer of “Alpha” now.',
  ],
] as const satisfies readonly (readonly [Answer, string])[])('words %j', (answer, words) => {
  expect(storedWords(answer)).toBe(words);
});

it.each([
  [{ answer: 'saved' }, '✔️'],
  [{ answer: 'on_sale' }, '✔️'],
  [{ answer: 'ownership_transferred', title: 'Alpha' }, '✔️'],
  [{ answer: 'heir_not_administrator' }, '⚠️'],
  [{ answer: 'heir_rights_missing', rights: ['can_restrict_members'] }, '⚠️'],
  [{ answer: 'not_allowed' }, '⚠️'],
  [{ answer: 'invitation_over' }, '⚠️'],
  [{ answer: 'too_many_administrators', max: 20 }, '⚠️'],
  [{ answer: 'banned_already' }, '⚠️'],
  [{ answer: 'nothing_to_confirm' }, '⚠️'],
  [{ answer: 'role_taken', title: 'Alpha' }, '⚠️'],
] as const satisfies readonly (readonly [Answer, string])[])('marks %j with %s', (answer, mark) => {
  const words = `${mark} ${storedWords(answer)}`;
  expect(viewOf({ type: 'owner_answered', answer, text: 'older' }).text.text).toBe(words);
  const page = {
    type: 'channel_team',
    openChannelId: -1001234567890,
    title: 'Alpha',
    role: 'owner',
  } as const;
  expect(viewOf({ ...page, team: [], note: answer } as never).text.text.split('\n')[0]).toBe(words);
});

/** Every answer that refuses something or brings bad news. */
const REFUSALS = `
  button_not_in_use button_unknown too_fast not_sold_to_you telegram_silent payments_off keypad_not_in_use
  way_not_possible no_stars_now keypad_of_another keypad_expired amounts_unclear donations_paused key_ignored amount_refused
  place_not_included order_settled order_refunded nothing_to_cancel payment_on_its_way payment_pending channel_paused
  channel_order_unknown
  not_on_sale tier_not_offered access_ended order_unknown payment_hangs owner_decides order_changed
  nothing_to_decide nothing_to_refund renews_not price_too_small too_many_orders talk_without_order talk_refused not_your_channel
  list_gone list_changed not_an_end not_allowed member_unknown no_such_table too_many_files text_empty text_too_long not_days not_hours
  not_percent not_a_price not_a_worth price_too_high no_coin_for_price time_zone_unknown time_zones_found
  set_up_ended set_up_changed nothing_to_type private_chat_missing private_chat_just_taken
  public_chat_just_sold not_claimable channel_claimed_from_you choose_among_yours chat_not_among_yours
  chat_sold_already basic_group group_not_posted private_chat_inhabited bot_not_administrator user_not_administrator own_rights_missing
  place_not_there place_asked_again place_has_it place_posts place_of_another place_too_many discussion_without_bot
  chat_is_public rights_missing not_stars star_presets_unclear stars_off tier_gone tier_lost too_many_tiers posts_paused no_public_channel
  nothing_to_post offer_not_on_sale posts_too_soon no_digest test_not_started test_blocked test_gone
  test_no_right test_delayed test_refused person_missing user_unknown username_unknown nothing_to_confirm
  not_given_days not_a_reason banned_unban_first no_private_channel no_access_to_end banned_already
  on_team_not_banned not_banned not_on_team too_many_administrators invitation_over team_full
  invitation_for_another role_taken heir_not_administrator heir_not_public_administrator
  heir_rights_missing has_for_ever has_it_for_ever
`;

it('marks as done or as refused each answer that somebody has sorted', () => {
  const refused = Object.keys(ANSWERS).filter((answer) => markOf({ answer } as Answer) === '⚠️');
  expect(refused.sort()).toEqual(REFUSALS.trim().split(/\s+/).sort());
});

it('shows a text that an earlier version stored unchanged', () => {
  const older = { type: 'owner_answered', text: 'Removals go on.' } as const;
  expect(viewOf(older).text.text).toBe('✔️ Removals go on.');
  const page = {
    type: 'channel_removals',
    openChannelId: -1001234567890,
    title: 'A',
    role: 'owner',
  } as const;
  expect(viewOf({ ...page, removals: 'on', note: 'Switched <on>' } as never).text.text).toMatch(
    /^✔️ Switched &lt;on&gt;\n/,
  );
});
