import type { MessageOf } from '../../shared/domain/messages/messages';
import type { Cents, OpenChannelId } from '../../shared/domain/common/ids';
import { LANGUAGES } from '../../shared/domain/common/language';
import type { SettingsMessage, TeamMember } from '../../shared/domain/messages/owner-settings';
import { ROLES } from '../../shared/domain/common/roles';
import { MAX_TIERS } from '../../shared/domain/owner/set-up';
import type { Writing } from './writing';

type Samples = { readonly [Type in SettingsMessage['type']]: readonly MessageOf<Type>[] };

const openChannelId = -1009999999999999 as OpenChannelId;
const userId = 2 ** 52;
const chat = (title: string) => ({ chatId: openChannelId as number, title });
const MEMBERS: readonly TeamMember[] = [
  { userId, username: null, firstName: '👩‍💻'.repeat(12), role: 'manager' },
  { userId, username: 'n'.repeat(32), role: 'read_only' },
];

/** The settings of a channel, with nothing set and with everything set, in every role. */
export function settingsSamplesOf({ title, name, text }: Writing): Samples {
  const ofChannels = ROLES.map((role) => ({ openChannelId, title, role }));
  const ofOwner = { openChannelId, title, role: 'owner' } as const;
  const tiers = Array.from({ length: MAX_TIERS }, (_, index) => ({
    position: index + 1,
    name,
    priceCents: 100_000_000 as Cents,
    days: 3649,
    ...(index % 2 === 0 && { priceStars: 10_000 }),
  }));
  const bare = {
    description: '',
    donationMessage: '',
    graceHours: 0,
    tolerancePercent: 0,
    timeZone: 'UTC',
    removals: 'on',
    language: 'en',
    listed: false,
    mayBeListed: false,
    fileListed: null,
    privateTitle: null,
    publicTitle: null,
    tiers: [],
    note: null,
  } as const;
  const full = {
    description: text,
    donationMessage: text,
    graceHours: 720,
    tolerancePercent: 20,
    timeZone: 'America/Argentina/ComodRivadavia',
    removals: 'dry_run',
    listed: true,
    mayBeListed: true,
    fileListed: null,
    privateTitle: title,
    publicTitle: title,
    linked: { chatId: -1009999999999999, title },
    tiers,
    note: text,
  } as const;
  return {
    channel_settings: ofChannels.flatMap((of) =>
      [bare, full, { ...full, mayBeListed: false }, { ...full, privateKind: 'supergroup' as const }].map(
        (settings) => ({ type: 'channel_settings', ...of, ...settings }) as const,
      ),
    ),
    channel_tiers: ofChannels.flatMap((of) => [
      { type: 'channel_tiers', ...of, tiers: [], note: null } as const,
      { type: 'channel_tiers', ...of, tiers, note: text } as const,
    ]),
    channel_tier: tiers.flatMap((tier) =>
      [true, false].map((takesStars) => ({ type: 'channel_tier', ...ofOwner, tier, takesStars }) as const),
    ),
    tier_stars: [
      ...tiers.map((tier) => ({ type: 'tier_stars', ...ofOwner, tier, note: null }) as const),
      ...([500, 15_000, 100_000_000] as Cents[]).map(
        (priceCents) =>
          ({
            type: 'tier_stars',
            ...ofOwner,
            tier: { position: 1, name, days: 30, priceCents, priceStars: null },
            note: { answer: 'not_stars', max: 10_000 },
          }) as const,
      ),
    ],
    donation_stars: [
      { type: 'donation_stars', ...ofOwner, stars: null, note: null },
      {
        type: 'donation_stars',
        ...ofOwner,
        stars: [1, 50, 100, 1000, 9999, 10_000],
        note: { answer: 'star_presets_unclear', most: 6, max: 10_000 },
      },
    ],
    channel_language: LANGUAGES.map((language) => ({
      type: 'channel_language',
      ...ofOwner,
      language,
      note: text === '' ? null : text,
    })),
    channel_removals: (['on', 'dry_run', 'off'] as const).map((removals) => ({
      type: 'channel_removals',
      ...ofOwner,
      removals,
      note: text === '' ? null : text,
    })),
    donation_amounts: [
      { type: 'donation_amounts', ...ofOwner, presets: [], leastCents: 499 as Cents, note: null },
      {
        type: 'donation_amounts',
        ...ofOwner,
        presets: [100, 999_997, 999_998, 999_999] as Cents[],
        leastCents: 1141 as Cents,
        takesStars: true,
        note: { answer: 'amounts_unclear', most: 4 },
      },
    ],
    choose_chat: (['private', 'public'] as const).flatMap((kind) => [
      {
        type: 'choose_chat',
        ...ofOwner,
        kind,
        current: null,
        chats: [],
        addUrl: 'https://t.me/telepay_bot?startchannel&admin=post_messages',
        complaint: null,
        again: null,
      } as const,
      {
        type: 'choose_chat',
        ...ofOwner,
        kind,
        current: title,
        chats: Array.from({ length: 20 }, () => chat(title)),
        addUrl: 'https://t.me/telepay_bot?startchannel&admin=invite_users+restrict_members',
        ...(kind === 'private' && {
          addGroupUrl: 'https://t.me/telepay_bot?startgroup&admin=invite_users+restrict_members',
          currentKind: 'supergroup' as const,
        }),
        complaint: text,
        again: openChannelId,
      } as const,
    ]),
    channel_team: [
      { type: 'channel_team', ...ofOwner, team: [], note: null },
      { type: 'channel_team', ...ofOwner, team: MEMBERS, note: text },
    ],
    team_member: MEMBERS.map((member) => ({ type: 'team_member', ...ofOwner, member, note: null })),
    team_invitation: (['manager', 'read_only'] as const).map((invited) => ({
      type: 'team_invitation',
      ...ofOwner,
      invited,
      link: 'https://t.me/telepay_bot?start=join_AbCdEfGhIjKlMnOpQrStUv',
    })),
    transfer_asked: MEMBERS.map((member) => ({ type: 'transfer_asked', ...ofOwner, member })),
  };
}
