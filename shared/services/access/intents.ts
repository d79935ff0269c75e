import type { IntentRows } from '../common/intent-row';
import { answerJoin, answerMemberChange } from './answer-join-request';
import { answerRemovalRuling } from './answer-removal-ruling';

export const accessIntents = {
  join_request: answerJoin,
  member_changed: answerMemberChange,
  remove_protected: answerRemovalRuling,
  release_brake: answerRemovalRuling,
  stop_removals: answerRemovalRuling,
} satisfies IntentRows;
