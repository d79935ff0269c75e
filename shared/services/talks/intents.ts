import type { IntentRows } from '../common/intent-row';
import { replyWith } from '../common/update-context';
import { askForMessage, blockTalk, cancelTalk, chooseTalk } from './open-talk';
import { writeMessage } from './write-message';

export const talkIntents = {
  choose_talk: chooseTalk,
  open_talk: askForMessage,
  block_talk: blockTalk,
  cancel_talk: cancelTalk,
  sent_no_text: async (context, { user, ...sent }) =>
    (await writeMessage(context, { user, text: null, ...sent })) ??
    replyWith(context, user, { type: 'not_understood' }),
} satisfies IntentRows;
