import type { ListedChannel } from '../../../shared/database/owner/channels';
import type { ListedPlace } from '../../../shared/database/places/known-chats';
import { BAN, INVITE } from '../../../shared/telegram/bot-rights';
import type { Api } from '../../../shared/telegram/api';
import { askTelegram } from '../ask-telegram';
import { fault, type Finding } from '../finding';
import { judgeDiscussion, judgeKind, judgePlace, judgePrivacy, type Place } from './judge-channel';

export interface Bot {
  readonly api: Api;
  readonly id: number;
}

const noPrivateChannel = (title: string): Finding =>
  fault('channel.no_private_channel', {
    problem: `${title} sells tiers but has no private channel, so buyers cannot be let in anywhere.`,
    remedy: 'Add its closed_channel_id with npm run channels -- import.',
  });

/** A place as a finding names it. A basic group has its own id, whatever was stored. */
function nameOf({ role, kind, title, chatId, offerTitle }: ListedPlace): string {
  const noun = kind === 'channel' ? 'channel' : 'group';
  if (role === 'main') return `the private ${noun} of ${offerTitle} (${chatId})`;
  return `the ${role === 'discussion' ? 'discussion group' : noun} “${title}” of ${offerTitle} (${chatId})`;
}

/** Checks one place. Without the bot's rights there, a buyer has paid and stays outside. */
async function lookInPlace(
  { api, id }: Bot,
  place: ListedPlace,
  { isRemoving, known }: { readonly isRemoving: boolean; readonly known: readonly ListedPlace[] },
): Promise<Finding[]> {
  const membership = await askTelegram(api.getChatMember(place.chatId, id));
  const chat = await askTelegram(api.getChat(place.chatId));
  const judged: Place = {
    name: nameOf(place),
    needed: { ...INVITE, ...(isRemoving && BAN) },
    consequence: isRemoving ? 'no member can be let in or removed' : 'no member can be let in',
    severity: 'error',
  };
  const ofKind = judgeKind(judged, place, chat);
  // Nothing else can be said about it.
  if (ofKind.some(({ severity }) => severity === 'error')) return ofKind;
  return [
    ...ofKind,
    ...judgePlace(judged, membership),
    ...judgePrivacy(judged, place.kind, chat),
    ...(place.role === 'main' ? judgeDiscussion(judged, known, chat) : []),
  ];
}

/** Checks every place of an offer, the main one first. */
export async function lookInPlaces(
  bot: Bot,
  channel: ListedChannel,
  all: readonly ListedPlace[],
): Promise<Finding[]> {
  const { openChannelId, closedChannelId, title, tiers, removals } = channel;
  if (closedChannelId === null && tiers.length > 0) return [noPrivateChannel(title)];
  const known = all.filter((place) => place.openChannelId === openChannelId);
  const findings: Finding[] = [];
  for (const place of known)
    findings.push(...(await lookInPlace(bot, place, { isRemoving: removals !== 'off', known })));
  return findings;
}
