import type { OpenChannelId } from '../../../../domain/common/ids';
import type { AuditEntry } from '../../../../domain/messages/owner-support';
import { viewOf } from '../..';

const entry = (act: string, details: AuditEntry['details']): AuditEntry => ({
  at: Date.UTC(2026, 2, 4, 12),
  act,
  by: { userId: 1, username: 'olga' },
  about: null,
  details,
});

/** The lines of the first entry, without its time. */
function linesOf(one: AuditEntry): readonly string[] {
  const { text } = viewOf({
    type: 'audit_log',
    openChannelId: -1001234567890 as OpenChannelId,
    title: 'Alpha',
    role: 'owner',
    timeZone: 'UTC',
    entries: [one],
    page: 1,
    pages: 1,
  }).text;
  const [first = '', ...others] = text
    .replace(/<[^>]*>/g, '')
    .split('\n')
    .slice(3);
  return [first.replace(/^.* UTC /, ''), ...others];
}

it.each<[string, AuditEntry['details'], string, string]>([
  ['role_changed', { role: 'read_only' }, '@olga changed a role', '– viewer'],
  [
    'removals_set',
    { removals: 'dry_run' },
    "@olga changed what happens to members who don't renew",
    '– trial run',
  ],
  [
    'notifications_changed',
    { to: 'both' },
    '@olga changed the notifications',
    '– each sale and a daily digest',
  ],
  ['tier_changed', { position: 2, setting: 'price_cents' }, '@olga changed a tier', '– tier 2 · price'],
  ['setting_changed', { setting: 'donation_message' }, '@olga changed a setting', '– donation message'],
  ['posts_scheduled', { hour: 9 }, '@olga scheduled daily posts', '– at 09:00'],
  [
    'private_channel_changed',
    { from: null, to: -1002 },
    '@olga chose another private channel or group',
    '– → -1002',
  ],
  [
    'access_granted',
    { days: 30, from: null, to: Date.UTC(2026, 3, 3, 12) },
    '@olga gave days',
    '– 1 month · until April 3, 2026 at 12:00 UTC',
  ],
  ['moon_full', { by_night: 'so_far' }, '@olga: moon full', '– by night: so_far'],
])('words the details of %s as people say them: %j', (act, details, said, below) => {
  expect(linesOf(entry(act, details))).toEqual([said, below]);
});

it.each(['on', 'owner', 'digest'])('leaves a title called %s as its owner wrote it', (title) => {
  expect(linesOf(entry('setting_changed', { setting: 'title', from: title, to: title }))[1]).toBe(
    `– ${title} → ${title} · name`,
  );
});
