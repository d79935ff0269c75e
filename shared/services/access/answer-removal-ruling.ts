import { releaseRemovals, switchRemovalsOff } from '../../database/access/removal-rulings';
import type { Answer } from '../../domain/messages/answers';
import type { Reaction } from '../../domain/prompt-effects';
import type { IntentOf } from '../../telegram/route-update';
import { answerMessage } from '../common/answer-message';
import { alert, replaceMessage, type UpdateContext } from '../common/update-context';
import { endProtection, type RemovalTime } from './end-protection';

const NOT_YOURS = { answer: 'owner_decides' } as const;

const ANSWER_BY_TIME = {
  now: { answer: 'removal_now' },
  later: { answer: 'removal_at_end' },
  never: { answer: 'removal_never' },
  removals_off: { answer: 'removal_when_switched_on' },
} as const satisfies Readonly<Record<RemovalTime, Answer>>;

/** Carries out what an owner decided about removals: a protected member, the brake, or the switch. */
export async function answerRemovalRuling(
  { database, delivery }: UpdateContext,
  intent: IntentOf<'remove_protected' | 'release_brake' | 'stop_removals'>,
): Promise<Reaction> {
  const { openChannelId, button } = intent;
  const ruling = { actorUserId: intent.user.id, openChannelId };
  const replaced = (answer: Answer): Reaction => ({
    ...replaceMessage(button, answerMessage(answer)),
    isPromised: true,
  });
  switch (intent.type) {
    case 'remove_protected': {
      const time = await endProtection(database, delivery, { ...ruling, userId: intent.userId });
      return time === undefined ? alert(button, NOT_YOURS) : replaced(ANSWER_BY_TIME[time]);
    }
    case 'release_brake': {
      const isTheirs = await releaseRemovals(database, delivery, ruling);
      return isTheirs ? replaced({ answer: 'removals_released' }) : alert(button, NOT_YOURS);
    }
    case 'stop_removals': {
      const isTheirs = await switchRemovalsOff(database, delivery, ruling);
      return isTheirs ? replaced({ answer: 'removals_stopped' }) : alert(button, NOT_YOURS);
    }
  }
}
