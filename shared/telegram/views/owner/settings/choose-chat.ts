import type { MessageOf } from '../../../../domain/messages/messages';
import { callbackData, PICK } from '../../../codec/callback-data';
import { html, lines } from '../../html';
import { button, keyboardOf, linkButton, shortTitle, type View } from '../../view';
import type { Wording } from '../../wording';
import { complaintLine, ownButton } from '../menu';

const MAX_TITLE_ON_BUTTON = 48;

/** Another private or public channel to choose. */
export const chooseChatView = (message: MessageOf<'choose_chat'>, wording: Wording): View => {
  const { openChannelId, kind, chats, addUrl, complaint, again, current } = message;
  const set = kind === 'private' ? 'set-private' : 'set-public';
  const value = current === null ? wording.html('settings-none') : html`${shortTitle(current)}`;
  return {
    text: lines(
      ...complaintLine(complaint, wording),
      wording.html(kind === 'private' ? 'settings-chat-private' : 'settings-chat-public', {
        title: shortTitle(message.title),
      }),
      wording.html('settings-ask-now', { value }),
      '',
      wording.html(kind === 'private' ? 'settings-chat-private-ask' : 'settings-chat-public-ask'),
    ),
    ...keyboardOf(
      again === null ? [] : ownButton(message, wording.text('common-check-again'), [set, again]),
      ...chats.map(({ chatId, title }) =>
        ownButton(message, `📣 ${shortTitle(title, MAX_TITLE_ON_BUTTON)}`, [set, chatId]),
      ),
      ownButton(message, wording.text('setup-pick'), [set, PICK]),
      [linkButton(wording.text('common-add-channel'), addUrl)],
      [button(wording.text('common-look-again'), callbackData.own('chat', openChannelId, kind))],
      kind === 'public' ? ownButton(message, wording.text('settings-chat-none'), ['set-public', 'none']) : [],
      ownButton(message, wording.text('common-back'), ['settings']),
    ),
  };
};
