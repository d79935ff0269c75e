import type { Writing } from '../../../tests/samples/writing';
import type { Answer } from '../../domain/messages/answers';
import { answersOf, toastsOf } from '../../../tests/samples/answers';
import { ANSWERS, storedWords } from './answers';
import { MAX_NOTE } from './owner/menu';
import { viewOf } from './';

/** https://core.telegram.org/bots/api#answercallbackquery */
const MAX_TOAST = 200;
const plain: Writing = { title: 'Alpha Signals', name: 'Gold', text: 'Bad Request: chat not found' };
const long: Writing = { title: 'T'.repeat(300), name: 'N'.repeat(300), text: 'R'.repeat(256) };

const nameOf = ({ answer }: Answer) => answer;

it('has a sample for each answer', () => {
  expect([...new Set(answersOf(plain).map(nameOf))].sort()).toEqual(Object.keys(ANSWERS).sort());
});

it('keeps each toast within the 200 characters that Telegram shows', () => {
  expect(toastsOf(long).filter((answer) => storedWords(answer).length > MAX_TOAST)).toEqual([]);
});

it('never cuts an answer that is shown above a page', () => {
  expect(answersOf(long).filter((answer) => storedWords(answer).length > MAX_NOTE)).toEqual([]);
});

it('words each answer without a missing value', () => {
  const odd = answersOf(plain)
    .map((answer) => storedWords(answer))
    .filter((text) => /undefined|\bnull\b|NaN|\[object|\{\$|\$\{| {2}|^\s|\s$|^$|\.\./.test(text));
  expect(odd).toEqual([]);
});

it('words different answers differently', () => {
  const texts = answersOf(plain).map((answer) => storedWords(answer));
  expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
});

it.each([
  [{ answer: 'too_many_tiers', max: 10 }, '10 tiers are the most. Remove one first.'],
  [
    { answer: 'rights_missing', title: 'Alpha', rights: ['can_restrict_members'] },
    'I still need “Ban Users” in “Alpha”. Open the channel → Administrators → me, switch it on, then tap Check again.',
  ],
  [
    { answer: 'rights_missing', title: 'Alpha', rights: ['can_invite_users', 'can_restrict_members'] },
    'I still need “Invite Users via Link” and “Ban Users” in “Alpha”. Open the channel → Administrators → me, switch it on, then tap Check again.',
  ],
  [{ answer: 'posts_scheduled', hour: 9, timeZone: 'UTC' }, "I'll post every day at 09:00 (UTC)."],
  [{ answer: 'not_hours', min: 0, max: 720 }, 'Type a whole number of hours from 0 to 720.'],
  [{ answer: 'not_days', min: 1, max: 3650 }, 'Type a whole number of days from 1 to 3650.'],
  [
    { answer: 'test_gone', to: { is: 'chat', chatId: -5 } },
    "❌ The test didn't reach chat -5, because it no longer exists.",
  ],
  [
    { answer: 'invitation_taken_up', userId: 7, username: null, role: 'read_only', title: 'Alpha' },
    'Invitation accepted: user 7 is a viewer of “Alpha” now.',
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
