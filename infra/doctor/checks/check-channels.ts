import { listChannels, type ListedChannel } from '../../../shared/database/owner/channels';
import { listPostedIn, type PostedIn } from '../../../shared/database/operations/examination';
import type { Config } from '../../../shared/config';
import type { Api } from '../../../shared/telegram/api';
import { BAN, INVITE, POST } from '../../../shared/telegram/bot-rights';
import { askTelegram } from '../ask-telegram';
import type { Check } from '../check';
import { fault, warning, type Finding } from '../finding';
import { inTurns } from '../in-turns';
import { judgePlace, judgePrivacy, type Place } from './judge-channel';

interface Bot {
  readonly api: Api;
  readonly id: number;
}

const noPrivateChannel = (title: string): Finding =>
  fault('channel.no_private_channel', {
    problem: `${title} sells tiers but has no private channel, so buyers cannot be let in anywhere.`,
    remedy: 'Add its closed_channel_id with npm run channels -- import.',
  });

/** Checks the private channel. Without the bot's rights there, a buyer has paid and stays outside. */
async function lookInside({ api, id }: Bot, channel: ListedChannel): Promise<Finding[]> {
  const { closedChannelId, title, tiers, removals } = channel;
  if (closedChannelId === null) return tiers.length > 0 ? [noPrivateChannel(title)] : [];
  const isRemoving = removals !== 'off';
  const membership = await askTelegram(api.getChatMember(closedChannelId, id));
  const chat = await askTelegram(api.getChat(closedChannelId));
  const place: Place = {
    name: `the private channel of ${title} (${closedChannelId})`,
    needed: { ...INVITE, ...(isRemoving && BAN) },
    consequence: isRemoving ? 'no member can be let in or removed' : 'no member can be let in',
    severity: 'error',
  };
  return [...judgePlace(place, membership), ...judgePrivacy(place, chat)];
}

/** Checks the public channel, where the bot needs rights only if it was asked to post there. */
async function lookOutside(
  { api, id }: Bot,
  { title }: ListedChannel,
  { chatId }: PostedIn,
): Promise<Finding[]> {
  const membership = await askTelegram(api.getChatMember(chatId, id));
  return judgePlace(
    {
      name: `the public channel ${title} (${chatId})`,
      needed: POST,
      consequence: 'nothing can be posted there',
      severity: 'error',
    },
    membership,
  );
}

const count = (things: readonly unknown[], name: string) =>
  `${things.length} ${name}${things.length === 1 ? '' : 's'}`;

export const channelsCheck: Check = {
  name: 'Channels',
  needs: ['Bot', 'Schema'],
  look: async ({ api, database, value }) => {
    const bot = { api: api(), id: Number(value('TELEGRAM_BOT_TOKEN').split(':')[0]) };
    const [channels, posts] = await Promise.all([listChannels(database()), listPostedIn(database())]);
    const findings = await inTurns(channels, async (channel) => {
      const posted = posts.find(({ openChannelId }) => openChannelId === channel.openChannelId);
      return [
        ...(await lookInside(bot, channel)),
        ...(posted === undefined ? [] : await lookOutside(bot, channel, posted)),
      ];
    });
    return { findings: findings.flat(), note: count(channels, 'channel') };
  },
};

/** Finds a channel whose payment notifications cannot be delivered. */
async function lookFor(api: Api, channel: ListedChannel): Promise<Finding[]> {
  const { title, notificationsChatId, ownerUserId, unreachableAt, unreachableReason } = channel;
  const chatId = notificationsChatId ?? ownerUserId;
  // "Typing…" is the only thing that a bot can do in a chat without leaving a trace.
  const sent = await askTelegram(api.sendChatAction(chatId, 'typing'));
  if (sent.ok && unreachableAt === null) return [];
  const reason = sent.ok ? (unreachableReason ?? 'Telegram refused a message') : sent.reason;
  return [
    warning('owner.unreachable', {
      problem: `Nobody is told about the payments of ${title}: chat ${chatId} cannot be reached (${reason}).`,
      remedy:
        'Ask its owner to send /start to the bot, or name another chat with npm run channels -- import.',
    }),
  ];
}

/** The users that may add channels, whose sales go through the operator's NOWPayments account. */
function setUpBy(owners: Config['OWNERS'] | undefined): string {
  if (owners?.isEveryone) return 'everyone on Telegram';
  const named = owners?.named ?? [];
  return named.length === 0 ? 'nobody new' : count(named, 'user');
}

export const ownersCheck: Check = {
  name: 'Owners',
  needs: ['Bot', 'Schema'],
  look: async ({ api, database, config }) => {
    const channels = await listChannels(database());
    const notified = channels.filter(({ notificationsEnabled }) => notificationsEnabled);
    const findings = await inTurns(notified, (channel) => lookFor(api(), channel));
    return {
      findings: findings.flat(),
      note: `${count(notified, 'chat')} can be reached; OWNERS lets ${setUpBy(config.OWNERS)} set up channels`,
    };
  },
};
