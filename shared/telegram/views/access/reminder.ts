import type { MessageOf } from '../../../domain/messages/messages';
import { callbackData } from '../../codec/callback-data';
import { accessEndInWords, renewalInWords } from '../access-end';
import { lines, type Html } from '../html';
import { button, keyboardOf, type View } from '../view';
import type { Wording } from '../wording';

function renewal({ isPaused, isStopped, daysLeft }: MessageOf<'reminder'>, wording: Wording): Html {
  if (isPaused) return wording.html('access-renew-paused');
  return isStopped ? wording.html('access-renew-stopped') : renewalInWords(daysLeft, wording);
}

export const reminderView = (message: MessageOf<'reminder'>, wording: Wording): View => ({
  text: lines(accessEndInWords(message.title, message, wording), '', renewal(message, wording)),
  ...keyboardOf(
    message.isPaused || message.isStopped
      ? []
      : [button(wording.text('access-renew'), callbackData.offer(message.openChannelId))],
  ),
});
