import type { ChatAdministratorRights } from 'grammy/types';
import type { MessageOf } from '../../../../domain/messages/messages';
import { PICK_LABELS } from './chat-rows';
import { RIGHTS, type BotRights } from '../../../bot-rights';
import { shortTitle, type View } from '../../view';
import type { Wording } from '../../wording';

/** The rights without which Telegram doesn't read the object. */
const NO_RIGHTS: ChatAdministratorRights = {
  is_anonymous: false,
  can_manage_chat: false,
  can_delete_messages: false,
  can_manage_video_chats: false,
  can_restrict_members: false,
  can_promote_members: false,
  can_change_info: false,
  can_invite_users: false,
  can_post_stories: false,
  can_edit_stories: false,
  can_delete_stories: false,
  can_send_welcome_messages: false,
};

const onlyRights = (rights: BotRights): ChatAdministratorRights => ({
  ...NO_RIGHTS,
  ...Object.fromEntries(Object.keys(rights).map((right) => [right, true])),
});

/**
 * The button that opens Telegram's own list of channels or groups: those in which the user has the rights that the bot needs. Telegram
 * gives them to the bot where the user may. https://core.telegram.org/bots/api#keyboardbuttonrequestchat
 */
export const pickChatView = (
  { kind, picks = 'channel', requestId }: MessageOf<'pick_chat'>,
  wording: Wording,
): View => {
  const text = wording.text(PICK_LABELS[picks]);
  const rights = onlyRights(RIGHTS[kind]);
  const request_chat = {
    request_id: requestId,
    chat_is_channel: picks === 'channel',
    ...(kind === 'private' && { chat_has_username: false }),
    user_administrator_rights: rights,
    bot_administrator_rights: rights,
    request_title: true,
  };
  return {
    text: wording.html('setup-picker', { button: text, kind: picks }),
    keyboard: { keyboard: [[{ text, request_chat }]], resize_keyboard: true },
  };
};

export const pickerClosedView = ({ title }: MessageOf<'picker_closed'>, wording: Wording): View => ({
  text:
    title === undefined
      ? wording.html('setup-picker-closed')
      : wording.html('setup-picked', { title: shortTitle(title) }),
  keyboard: { remove_keyboard: true },
});
