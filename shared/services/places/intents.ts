import type { IntentRows } from '../common/intent-row';
import { answerReachability } from './note-chat';

export const placeIntents = { reachability: answerReachability } satisfies IntentRows;
