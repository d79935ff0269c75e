import type { ListedChannel } from '../../shared/database/owner/channels';
import type { ListedPlace } from '../../shared/database/places/known-chats';
import { areForEver } from '../../shared/domain/common/for-ever';
import { formatUsd } from '../../shared/domain/common/money';
import { placeState, type PlaceState } from '../../shared/domain/places/place-state';

/** The chat that can't be reached: the owner's, or another one that is told about sales. */
const unreachableName = ({ notificationsChatId, ownerUserId }: ListedChannel): string =>
  notificationsChatId === null || notificationsChatId === ownerUserId
    ? 'OWNER'
    : `CHAT ${notificationsChatId}`;

/** What the bot lacks in a chat. */
function troubleWords(state: PlaceState, place: string): string {
  switch (state.is) {
    case 'gone':
      return `${place} GONE`;
    case 'absent':
      return `bot NOT ADMINISTRATOR in ${place}`;
    case 'lacking':
      return `bot LACKS ${state.rights.join(', ')} in ${place}`;
    case 'fine':
      return '';
  }
}

/** One place of an offer, on a line of its own. */
function describePlace({ chatId, kind, role, title, seen }: ListedPlace): string {
  const state = placeState(role === 'main' ? 'private' : 'extra', seen);
  const trouble = state.is === 'fine' ? '' : ` · ${troubleWords(state, 'it')}`;
  return `    ${role} ${kind} ${chatId}  ${title}${trouble}`;
}

const inStars = (stars: number | null | undefined): string => (stars == null ? '' : ` or ${stars} Stars`);

/** A channel with its places, and what keeps it from working. `places`: of all channels. */
export function describeChannel(channel: ListedChannel, places: readonly ListedPlace[]): string {
  const tiers = channel.tiers.map(
    ({ name, priceCents, days, priceStars }) =>
      `${name} ${formatUsd(priceCents)}${inStars(priceStars)}/${areForEver(days) ? 'for ever' : `${days} d`}`,
  );
  const notified = !channel.notificationsEnabled
    ? 'notifications off'
    : channel.unreachableAt === null
      ? 'notifications on'
      : `${unreachableName(channel)} UNREACHABLE since ${channel.unreachableAt.toISOString()}: ${channel.unreachableReason ?? 'unknown'}`;
  const isPublic = channel.publicName !== null;
  const parts = [
    `owner ${channel.ownerUserId}`,
    notified,
    ...(isPublic ? [`PRIVATE CHANNEL IS PUBLIC as @${channel.publicName}`] : []),
    ...channel.places
      .filter(({ use }) => use === 'public')
      .map(({ use, state }) => troubleWords(state, `${use} channel`)),
    ...(channel.removals === 'on' ? [] : [`removals ${channel.removals}`]),
    tiers.join(', ') || 'no tiers',
    ...(channel.donationStars == null ? [] : [`donations of ${channel.donationStars.join(', ')} Stars`]),
  ];
  const lines = places
    .filter(({ openChannelId }) => openChannelId === channel.openChannelId)
    .map(describePlace);
  return [`${channel.openChannelId}  ${channel.title}`, `    ${parts.join(' · ')}`, ...lines].join('\n');
}
