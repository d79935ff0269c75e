import type { MessageOf } from '../../../../domain/messages/messages';
import { callbackData } from '../../../codec/callback-data';
import { html, lines } from '../../html';
import { button, keyboardOf, shortTitle, type View } from '../../view';
import type { Wording } from '../../wording';
import { complaintLine, ownButton } from '../menu';
import { chatRows } from '../set-up/chat-rows';

/** Another main place or public channel to choose. */
export const chooseChatView = (message: MessageOf<'choose_chat'>, wording: Wording): View => {
  const { openChannelId, kind, complaint, again, current, currentKind } = message;
  const set = kind === 'private' ? 'set-private' : 'set-public';
  const value = current === null ? wording.html('settings-none') : html`${shortTitle(current)}`;
  return {
    text: lines(
      ...complaintLine(complaint, wording),
      wording.html(kind === 'private' ? 'settings-chat-private' : 'settings-chat-public', {
        title: shortTitle(message.title),
        kind: currentKind ?? 'channel',
      }),
      wording.html('settings-ask-now', { value }),
      '',
      wording.html(kind === 'private' ? 'settings-chat-private-ask' : 'settings-chat-public-ask'),
    ),
    ...keyboardOf(
      again === null ? [] : ownButton(message, wording.text('common-check-again'), [set, again]),
      ...chatRows(message, wording, (label, choice) => ownButton(message, label, [set, choice])),
      [button(wording.text('common-look-again'), callbackData.own('chat', openChannelId, kind))],
      kind === 'public' ? ownButton(message, wording.text('settings-chat-none'), ['set-public', 'none']) : [],
      ownButton(message, wording.text('common-back'), ['settings']),
    ),
  };
};
