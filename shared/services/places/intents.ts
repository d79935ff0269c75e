import type { IntentRows } from '../common/intent-row';
import { answerMove, answerReachability } from './note-chat';

export const placeIntents = { chat_moved: answerMove, reachability: answerReachability } satisfies IntentRows;
