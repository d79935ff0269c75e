import { endOfGrace } from '../../../domain/common/subscription';
import type { MessageOf } from '../../../domain/messages/messages';
import { callbackData } from '../../codec/callback-data';
import { lines, type Html } from '../html';
import { button, keyboardOf, shortTitle, type View } from '../view';
import type { Wording } from '../wording';

/** When access ends or, if it has ended, how long the member can stay. */
function heading(message: MessageOf<'reminder'>, wording: Wording): Html {
  const { daysLeft, paidUntil, graceHours } = message;
  const title = shortTitle(message.title);
  if (daysLeft > 0)
    return wording.html('access-reminder', { title, days: daysLeft, end: wording.time(paidUntil) });
  if (graceHours === 0) return wording.html('access-reminder-ended', { title });
  return wording.html('access-reminder-grace', {
    title,
    until: wording.time(endOfGrace(paidUntil, graceHours)),
  });
}

function renewal({ isPaused, isStopped, daysLeft }: MessageOf<'reminder'>, wording: Wording): Html {
  if (isPaused) return wording.html('access-renew-paused');
  if (isStopped) return wording.html('access-renew-stopped');
  return wording.html(daysLeft > 0 ? 'access-renew-early' : 'access-renew-any-time');
}

export const reminderView = (message: MessageOf<'reminder'>, wording: Wording): View => ({
  text: lines(heading(message, wording), '', renewal(message, wording)),
  ...keyboardOf(
    message.isPaused || message.isStopped
      ? []
      : [button(wording.text('access-renew'), callbackData.offer(message.openChannelId))],
  ),
});
