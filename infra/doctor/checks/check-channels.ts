import { listChannels, type ListedChannel } from '../../../shared/database/owner/channels';
import { chooseExamined, listPostedIn, type PostedIn } from '../../../shared/database/operations/examination';
import { listOpenPlaces } from '../../../shared/database/places/known-chats';
import type { Config } from '../../../shared/config';
import type { Api } from '../../../shared/telegram/api';
import { POST } from '../../../shared/telegram/bot-rights';
import { askTelegram } from '../ask-telegram';
import type { Check } from '../check';
import type { CheckedSystem } from '../checked-system';
import { warning, type Finding } from '../finding';
import { lookAtEach, SAMPLE, type Scope } from '../scope';
import { lookInPlaces, type Bot } from './check-places';
import { judgePlace } from './judge-channel';

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

const count = (many: number, name: string) => `${many} ${name}${many === 1 ? '' : 's'}`;

/** What was looked at, out of how many, and why not at all. */
function noteOf(
  { seen, chosen, total }: { seen: number; chosen: number; total: number },
  scope: Scope,
): string {
  if (seen === total) return count(total, 'channel');
  const some = `${seen} of ${count(total, 'channel')}`;
  if (seen < chosen) return `${some}, then ${scope.pace.isHeld ? 'Telegram asked to wait' : 'it was ended'}`;
  return `${some}: those with trouble, then the newest. --all looks at every one`;
}

/** The channels to look at, those with trouble first. */
async function chosenOf({ database, scope }: CheckedSystem) {
  const { ids, ...all } = await chooseExamined(database(), scope.isAll ? undefined : SAMPLE);
  const known = new Map(
    (await listChannels(database(), ids)).map((channel) => [channel.openChannelId, channel]),
  );
  return { channels: ids.flatMap((id) => known.get(id) ?? []), ...all };
}

export const channelsCheck: Check = {
  name: 'Channels',
  needs: ['Bot', 'Schema'],
  limitsItself: true,
  look: async (system) => {
    const { api, database, value, scope } = system;
    const bot = { api: api(), id: Number(value('TELEGRAM_BOT_TOKEN').split(':')[0]) };
    const [{ channels, total }, posts] = await Promise.all([chosenOf(system), listPostedIn(database())]);
    const places = await listOpenPlaces(
      database(),
      channels.map(({ openChannelId }) => openChannelId),
    );
    const postedIn = new Map(posts.map((posted) => [posted.openChannelId, posted]));
    const look = async (channel: ListedChannel) => {
      const posted = postedIn.get(channel.openChannelId);
      return [
        ...(await lookInPlaces(bot, channel, places)),
        ...(posted === undefined ? [] : await lookOutside(bot, channel, posted)),
      ];
    };
    const { findings, seen } = await lookAtEach(channels, look, { scope, name: 'Channels' });
    return { findings, note: noteOf({ seen, chosen: channels.length, total }, scope) };
  },
};

const notifiedChat = ({ notificationsChatId, ownerUserId }: ListedChannel): number =>
  notificationsChatId ?? ownerUserId;

/** Finds a channel whose payment notifications cannot be delivered. `refusal` is what Telegram said when it was asked. */
function judgeReach(channel: ListedChannel, refusal: string | undefined): Finding[] {
  const { title, unreachableAt, unreachableReason } = channel;
  if (refusal === undefined && unreachableAt === null) return [];
  const reason = refusal ?? unreachableReason ?? 'Telegram refused a message';
  return [
    warning('owner.unreachable', {
      problem: `Nobody is told about the payments of ${title}: chat ${notifiedChat(channel)} cannot be reached (${reason}).`,
      remedy:
        'Ask its owner to send /start to the bot, or name another chat with npm run channels -- import.',
    }),
  ];
}

/** The users that may add channels, whose sales go through the operator's NOWPayments account. */
function setUpBy(owners: Config['OWNERS'] | undefined): string {
  if (owners?.isEveryone) return 'everyone on Telegram';
  const named = owners?.named ?? [];
  return named.length === 0 ? 'nobody new' : count(named.length, 'user');
}

/** Asks Telegram about a few chats, each once. Returns why it refuses those that it refuses. */
async function askChats(api: Api, chats: readonly number[], scope: Scope) {
  // "Typing…" is the only thing that a bot can do in a chat without leaving a trace. People see it, so never in every chat.
  const ask = async (chatId: number) => {
    const sent = await askTelegram(api.sendChatAction(chatId, 'typing'));
    return sent.ok ? [] : [[chatId, sent.reason] as const];
  };
  const { findings, seen } = await lookAtEach(chats, ask, { scope, name: 'Owners' });
  return { refused: new Map(findings), seen };
}

export const ownersCheck: Check = {
  name: 'Owners',
  needs: ['Bot', 'Schema'],
  limitsItself: true,
  look: async (system) => {
    const { channels, unreachable } = await chosenOf(system);
    const notified = channels.filter(({ notificationsEnabled }) => notificationsEnabled);
    const chats = [...new Set(notified.map(notifiedChat))].slice(0, SAMPLE);
    const { refused, seen } = await askChats(system.api(), chats, system.scope);
    const findings = notified.flatMap((channel) => judgeReach(channel, refused.get(notifiedChat(channel))));
    const more = unreachable > findings.length ? `; ${unreachable} channels in all cannot be told` : '';
    const note = `${count(seen - refused.size, 'chat')} can be reached${more}; OWNERS lets ${setUpBy(system.config.OWNERS)} set up channels`;
    return { findings, note };
  },
};
