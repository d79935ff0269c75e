import { CAST } from '../../../../playground/seed';
import type { DoctorWorld } from '../../../worlds/doctor';
import { sql, type Breakage } from './breakage';

type Standing = 'administrator' | 'member' | 'kicked' | 'left';
const bot = (chat: { readonly id: number }, status: Standing, rights?: Record<string, boolean>) => ({
  cause: ({ telegram, botId }: DoctorWorld) => telegram.setMember(chat.id, botId, status, rights),
  undo: async ({ telegram, botId }: DoctorWorld) => {
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
    name: 'the bot has no right to make links',
    code: 'channel.rights_missing',
    remedy: /^Give the bot the right Invite Users via Link there\.$/,
    ...bot(CLOSED, 'administrator', { can_invite_users: false }),
  },
  {
    name: 'the bot has no right to remove members',
    code: 'channel.rights_missing',
    remedy: /^Give the bot the right Ban Users there\.$/,
    ...bot(CLOSED, 'administrator', { can_restrict_members: false }),
  },
  {
    name: 'the bot was removed from the private channel',
    code: 'channel.bot_absent',
    remedy: RIGHTS,
    ...bot(CLOSED, 'kicked'),
  },
  {
    name: 'the private channel is public',
    code: 'channel.public_name',
    remedy: /Private Channel/,
    cause: ({ telegram }) => telegram.as(CAST.olga.id).admin.setUsername(CAST.closed.id, 'open_to_all'),
    undo: ({ telegram }) => telegram.as(CAST.olga.id).admin.setUsername(CAST.closed.id, undefined),
  },
  {
    name: 'the private channel’s id is wrong',
    code: 'channel.not_found',
    remedy: /^Correct its id with npm run channels -- import/,
    cause: sql('update channels set closed_channel_id = -1005555555555'),
    undo: sql(`update channels set closed_channel_id = ${CAST.closed.id}`),
  },
  {
    name: 'tiers are sold without a private channel',
    code: 'channel.no_private_channel',
    remedy: /closed_channel_id/,
    cause: sql('update channels set closed_channel_id = null'),
    undo: sql(`update channels set closed_channel_id = ${CAST.closed.id}`),
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
    cause: async ({ telegram }) => {
      telegram.as(CAST.olga.id).block();
      await telegram.drained();
    },
    undo: async ({ telegram }) => {
      telegram.as(CAST.olga.id).unblock();
      await telegram.drained();
    },
  },
  {
    name: 'the owner has never started the bot',
    code: 'owner.unreachable',
    severity: 'warning',
    remedy: /send \/start to the bot/,
    cause: sql(`update channels set notifications_chat_id = ${CAST.bob.id}`),
    undo: sql(`update channels set notifications_chat_id = ${CAST.olga.id}`),
  },
];
