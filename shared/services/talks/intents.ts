import type { IntentRows } from '../common/intent-row';
import { askForMessage, blockTalk, cancelTalk, chooseTalk } from './open-talk';

export const talkIntents = {
  choose_talk: chooseTalk,
  open_talk: askForMessage,
  block_talk: blockTalk,
  cancel_talk: cancelTalk,
} satisfies IntentRows;
