import { listChannels, type ListedChannel } from '../../../shared/database/owner/channels';
import { listPostedIn, type PostedIn } from '../../../shared/database/operations/examination';
import type { Api } from '../../../shared/telegram/api';
import { BAN, INVITE, POST } from '../../../shared/telegram/bot-rights';
import { askTelegram } from '../ask-telegram';
import type { Check } from '../check';
import { fault, warning, type Finding } from '../finding';
import { inTurns } from '../in-turns';
import { judgePlace } from './judge-channel';

interface Bot {
  readonly api: Api;
  readonly id: number;
}

const noPrivateChannel = (title: string): Finding =>
  fault('channel.no_private_channel', {
    problem: `${title} sells tiers and has no private channel: who pays cannot be let in anywhere.`,
    remedy: 'Add its closed_channel_id with npm run channels -- import.',
  });

/** The closed channel: without the bot's rights there, a buyer has paid and stays outside. */
async function lookInside({ api, id }: Bot, channel: ListedChannel): Promise<Finding[]> {
  const { closedChannelId, title, tiers, removals } = channel;
  if (closedChannelId === null) return tiers.length > 0 ? [noPrivateChannel(title)] : [];
  const isRemoving = removals !== 'off';
  const standing = await askTelegram(api.getChatMember(closedChannelId, id));
  return judgePlace(
    {
      name: `the private channel of ${title} (${closedChannelId})`,
      needed: { ...INVITE, ...(isRemoving && BAN) },
      consequence: isRemoving ? 'nobody can be let in or removed' : 'nobody can be let in',
      severity: 'error',
    },
    standing,
  );
}

/** The public channel: the bot has something to do there only where it was asked to post. */
async function lookOutside(
  { api, id }: Bot,
  { title }: ListedChannel,
  { chatId }: PostedIn,
): Promise<Finding[]> {
  const standing = await askTelegram(api.getChatMember(chatId, id));
  return judgePlace(
    {
      name: `the public channel ${title} (${chatId})`,
      needed: POST,
      consequence: 'nothing can be posted there',
      severity: 'error',
    },
    standing,
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

/** Who is to be told of a channel's payments, and cannot be. */
async function lookFor(api: Api, channel: ListedChannel): Promise<Finding[]> {
  const { title, notificationsChatId, ownerUserId, unreachableAt, unreachableReason } = channel;
  const chatId = notificationsChatId ?? ownerUserId;
  // "Typing…" is the one thing that a bot can do in a chat and leave no trace.
  const told = await askTelegram(api.sendChatAction(chatId, 'typing'));
  if (told.ok && unreachableAt === null) return [];
  const reason = told.ok ? (unreachableReason ?? 'it was refused') : told.reason;
  return [
    warning('owner.unreachable', {
      problem: `Nobody is told of the payments of ${title}: chat ${chatId} cannot be reached (${reason}).`,
      remedy: 'Have its owner send /start to the bot, or name another chat with npm run channels -- import.',
    }),
  ];
}

export const ownersCheck: Check = {
  name: 'Owners',
  needs: ['Bot', 'Schema'],
  look: async ({ api, database }) => {
    const channels = await listChannels(database());
    const notified = channels.filter(({ notificationsEnabled }) => notificationsEnabled);
    const findings = await inTurns(notified, (channel) => lookFor(api(), channel));
    return { findings: findings.flat(), note: `${count(notified, 'chat')} can be told` };
  },
};
