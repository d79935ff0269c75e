import { CAST } from '../../../../playground/seed';
import type { DoctorWorld } from '../doctor-world';
import { sql, type Breakage } from './breakage';

type Standing = 'administrator' | 'member' | 'kicked' | 'left';
const bot = (chat: { readonly id: number }, status: Standing, rights?: Record<string, boolean>) => ({
  hurt: ({ telegram, botId }: DoctorWorld) => telegram.setMember(chat.id, botId, status, rights),
  heal: async ({ telegram, botId }: DoctorWorld) => {
    telegram.setMember(chat.id, botId, 'administrator', {});
    await telegram.drained();
  },
});

const CLOSED = { id: CAST.closed.id };
const OPEN = { id: CAST.open.id };
const RIGHTS = /^Make the bot an administrator of it with the right Invite Users via Link and Ban Users\.$/;

export const CHANNELS: readonly Breakage[] = [
  {
    name: 'the bot is a plain member of the private channel',
    code: 'channel.bot_no_administrator',
    remedy: RIGHTS,
    ...bot(CLOSED, 'member'),
  },
  {
    name: 'the bot may not make links',
    code: 'channel.rights_missing',
    remedy: /^Give the bot the right Invite Users via Link there\.$/,
    ...bot(CLOSED, 'administrator', { can_invite_users: false }),
  },
  {
    name: 'the bot may not remove anybody',
    code: 'channel.rights_missing',
    remedy: /^Give the bot the right Ban Users there\.$/,
    ...bot(CLOSED, 'administrator', { can_restrict_members: false }),
  },
  {
    name: 'the bot was thrown out of the private channel',
    code: 'channel.bot_absent',
    remedy: RIGHTS,
    ...bot(CLOSED, 'kicked'),
  },
  {
    name: 'the private channel’s id is wrong',
    code: 'channel.not_found',
    remedy: /^Correct its id with npm run channels -- import/,
    hurt: sql('update channels set closed_channel_id = -1005555555555'),
    heal: sql(`update channels set closed_channel_id = ${CAST.closed.id}`),
  },
  {
    name: 'tiers are sold of no private channel',
    code: 'channel.no_private_channel',
    remedy: /closed_channel_id/,
    hurt: sql('update channels set closed_channel_id = null'),
    heal: sql(`update channels set closed_channel_id = ${CAST.closed.id}`),
  },
  {
    name: 'the donate button cannot be posted',
    code: 'channel.rights_missing',
    remedy: /^Give the bot the right Post Messages there\.$/,
    ...bot(OPEN, 'administrator', { can_post_messages: false }),
  },
  {
    name: 'the owner has blocked the bot',
    code: 'owner.unreachable',
    severity: 'warning',
    remedy: /send \/start to the bot/,
    hurt: async ({ telegram }) => {
      telegram.as(CAST.olga.id).block();
      await telegram.drained();
    },
    heal: async ({ telegram }) => {
      telegram.as(CAST.olga.id).unblock();
      await telegram.drained();
    },
  },
  {
    name: 'the owner has never started the bot',
    code: 'owner.unreachable',
    severity: 'warning',
    remedy: /send \/start to the bot/,
    hurt: sql(`update channels set notifications_chat_id = ${CAST.bob.id}`),
    heal: sql(`update channels set notifications_chat_id = ${CAST.olga.id}`),
  },
];
