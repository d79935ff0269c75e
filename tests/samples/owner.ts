import type { MessageOf } from '../../shared/domain/messages/messages';
import type { OpenChannelId } from '../../shared/domain/common/ids';
import type { OwnerMessage, OwnerQuestion } from '../../shared/domain/messages/owner';
import { ROLES } from '../../shared/domain/common/roles';
import { takeoverSamplesOf } from './owner-takeovers';
import type { Writing } from './writing';
import { setUpSamplesOf } from './owner-set-up';
import { settingsSamplesOf } from './owner-settings';
import { postsSamplesOf } from './owner-posts';
import { linkSamplesOf } from './owner-links';
import { reportSamplesOf } from './owner-report';
import { listSamplesOf } from './owner-lists';
import { notifySamplesOf } from './owner-notify';
import { BROKEN, offerPlaceSamplesOf, placeSamplesOf, UNREACHABLE } from './owner-places';
import { supportSamplesOf } from './owner-support';

const openChannelId = -1009999999999999 as OpenChannelId;

const QUESTIONS = Object.keys({
  title: 0,
  description: 0,
  donation_amounts: 0,
  donation_stars: 0,
  tier_stars: 0,
  donation_message: 0,
  grace_hours: 0,
  tolerance_percent: 0,
  time_zone: 0,
  tier_name: 0,
  tier_price: 0,
  tier_days: 0,
  case_worth: 0,
  takeover_list: 0,
  takeover_until: 0,
  support_person: 0,
  support_days: 0,
  support_reason: 0,
} satisfies Record<OwnerQuestion, 0>) as OwnerQuestion[];

type OwnerSamples = { readonly [Type in OwnerMessage['type']]: readonly MessageOf<Type>[] };

/** Every kind of message to managers, in every role. */
export function ownerSamplesOf(writing: Writing): OwnerSamples {
  const { title, text } = writing;
  const ofChannels = ROLES.map((role) => ({ openChannelId, title, role }));
  const notes = [null, text];
  return {
    ...setUpSamplesOf(writing),
    ...settingsSamplesOf(writing),
    ...postsSamplesOf(writing),
    ...linkSamplesOf(writing),
    ...reportSamplesOf(writing),
    ...listSamplesOf(writing),
    ...notifySamplesOf(writing),
    ...supportSamplesOf(writing),
    ...placeSamplesOf(writing),
    ...offerPlaceSamplesOf(writing),
    ...takeoverSamplesOf(writing),
    my_channels: [0, 1, 8].map((count) => ({
      type: 'my_channels',
      action: 'menu',
      page: 2,
      pages: 3,
      channels: Array.from({ length: count }, (_, index) => ({
        openChannelId,
        title,
        role: ROLES[index % 3] ?? 'owner',
        kind: index % 2 === 0 ? 'channel' : 'supergroup',
        isPaused: index % 2 === 0,
        publicName: count === 8 ? 'n'.repeat(32) : null,
      })),
      maySetUp: count > 0,
    })),
    chat_became_public: (['channel', 'supergroup'] as const).map((kind) => ({
      type: 'chat_became_public',
      openChannelId,
      title,
      username: 'n'.repeat(32),
      kind,
    })),
    channel_menu: ofChannels.flatMap((of) =>
      notes.flatMap((note) =>
        [true, false].map(
          (isPaused) =>
            ({
              type: 'channel_menu',
              ...of,
              note,
              isPaused,
              tiers: 1,
              active: 1_000_000,
              ...(isPaused && { places: BROKEN, unreachable: { ...UNREACHABLE, chatTitle: title } }),
              cases: isPaused ? 0 : 1_000_000,
              publicName: isPaused ? null : 'n'.repeat(32),
              kind: of.role === 'owner' ? 'channel' : 'supergroup',
              link: 'https://t.me/telepay_bot?start=sub_-1009999999999999',
            }) as const,
        ),
      ),
    ),
    question: ofChannels.flatMap((of) =>
      QUESTIONS.flatMap((question) =>
        notes.map(
          (complaint) => ({ type: 'question', ...of, question, complaint, current: complaint }) as const,
        ),
      ),
    ),
  };
}
