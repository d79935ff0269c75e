import type { OpenChannelId, OrderReference } from '../../../domain/common/ids';
import type { AccessNews } from '../../../domain/messages/access';
import type { Message } from '../../../domain/messages/messages';
import { viewOf } from '../';

const openChannelId = -1001234567890 as OpenChannelId;
const paidUntil = Date.UTC(2026, 2, 4, 12);
const reference = 'AbCdEfGhIjKlMnOpQrStUv' as OrderReference;
const about = { openChannelId, title: 'Alpha' };
const payer = { userId: 42, username: 'dana' };

const textOf = (message: Message) => viewOf(message).text.text.replace(/<[^>]*>/g, '');
const labelsOf = (message: Message) =>
  (viewOf(message).keyboard?.inline_keyboard?.flat() ?? []).map(({ text }) => text);

const received = { amountCrypto: '30', cryptoCurrency: 'usdttrc20', expectedCrypto: '30' };
const paid: AccessNews = { type: 'paid', exception: 'none', received };
const access = (news: AccessNews, inviteLink: string | null): Message => ({
  type: 'access',
  ...about,
  paidUntil,
  inviteLink,
  news,
  reference,
});

it('tells a buyer how to use the link', () => {
  const message = access(paid, 'https://t.me/+link');
  expect(textOf(message)).toBe(
    `✅ Your payment for Alpha arrived.

You have access until March 4, 2026 at 12:00 UTC.
Tap “🔓 Join Alpha”, then “Request to join”. You're in within a second. The link only works for you.`,
  );
  expect(labelsOf(message)).toEqual(['🔓 Join Alpha']);
});

it('tells a member that their access was renewed', () => {
  const message = access(paid, null);
  expect(textOf(message)).toContain('\nRenewed. You have access until March 4, 2026 at 12:00 UTC.');
  expect(labelsOf(message)).toEqual([]);
});

it.each([
  [7, 24, 'ends in 7 days, on March 4, 2026 at 12:00 UTC.'],
  [1, 24, 'ends in 1 day, on March 4, 2026 at 12:00 UTC.'],
  [0, 24, 'has ended. You can stay until March 5, 2026 at 12:00 UTC.'],
  [0, 0, 'has ended.'],
])('words a reminder %d days before the end with %d hours of grace', (daysLeft, graceHours, words) => {
  const reminder: Message = { type: 'reminder', ...about, daysLeft, paidUntil, graceHours };
  expect(textOf(reminder)).toContain(`Your access to Alpha ${words}\n`);
});

it('names a way that works for a channel that `/start` does not list', () => {
  const reminder = { type: 'reminder', ...about, daysLeft: 3, paidUntil, graceHours: 0 } as const;
  for (const why of [{ isPaused: true }, { isStopped: true }]) {
    expect(textOf({ ...reminder, ...why })).toContain('Try again later in /mysubs.');
    expect(labelsOf({ ...reminder, ...why })).toEqual([]);
  }
});

it('neither thanks nor invites a member whose access the owner ended', () => {
  const ended: Message = { type: 'access_ended', ...about, isOwed: false, isByOwner: true };
  expect(textOf(ended)).toBe('👋 The owner of Alpha ended your access.\n\nQuestions? /paysupport');
  expect(labelsOf(ended)).toEqual([]);
});

it('sells nothing again to a buyer who paid and never got in', () => {
  const ended: Message = { type: 'access_ended', ...about, isOwed: true };
  expect(textOf(ended)).toMatch(/^🙏 You paid for Alpha, and I couldn't let you in\./);
  expect(textOf(ended)).not.toContain('Your access');
  expect(labelsOf(ended)).toEqual(['📜 My subscriptions']);
});

it.each([
  [{ type: 'access_trouble', trouble: 'refused', reason: 'Bad Request' }, /can't let them in/],
  [{ type: 'access_trouble', trouble: 'too_late', reason: '' }, /never got in/],
  [{ type: 'removal_trouble', trouble: 'refused', reason: 'Bad Request' }, /can't remove them/],
  [{ type: 'member_kept' }, /let them stay/],
] as const)('tells the owner in one line who and which channel it is about: %j', (trouble, words) => {
  const [first] = textOf({ ...trouble, ...about, payer }).split('\n');
  expect(first).toMatch(/@dana.*Alpha/);
  expect(first).toMatch(words);
});

it.each(['refused', 'about_user', 'full'] as const)(
  "repeats Telegram's reason only if it explains the trouble: %s",
  (trouble) => {
    const message: Message = { type: 'access_trouble', trouble, reason: 'Bad Request', ...about, payer };
    expect(/Telegram says: Bad Request/.test(textOf(message))).toBe(trouble !== 'full');
  },
);
