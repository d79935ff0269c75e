import type { IntentRows } from '../common/intent-row';
import { answerMove } from './follow-move';
import { answerReachability } from './note-chat';

export const placeIntents = { chat_moved: answerMove, reachability: answerReachability } satisfies IntentRows;
