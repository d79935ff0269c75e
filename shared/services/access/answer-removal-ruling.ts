import { releaseRemovals, switchRemovalsOff } from '../../database/access/removal-rulings';
import type { Reaction } from '../../domain/prompt-effects';
import type { IntentOf } from '../../telegram/route-update';
import { alert, replaceMessage, type UpdateContext } from '../common/update-context';
import { endProtection, type RemovalTime } from './end-protection';

const NOT_YOURS = 'Only the owner of the channel can decide this.';

const GOING: Readonly<Record<RemovalTime, string>> = {
  now: 'The member will be removed now.',
  later: 'They have time left by now: they will be removed when it is over, unless they renew.',
  removals_off: 'They will be removed when removals from this channel are switched on again.',
};

/** An owner's word about removals: a protected member, the brake, the switch. */
export async function answerRemovalRuling(
  { database, delivery }: UpdateContext,
  intent: IntentOf<'remove_protected' | 'release_brake' | 'stop_removals'>,
): Promise<Reaction> {
  const { openChannelId, button } = intent;
  const ruling = { actorUserId: intent.user.id, openChannelId };
  const answered = (text: string): Reaction => ({
    ...replaceMessage(button, { type: 'owner_answered', text }),
    isPromised: true,
  });
  switch (intent.type) {
    case 'remove_protected': {
      const going = await endProtection(database, delivery, { ...ruling, userId: intent.userId });
      return going === undefined ? alert(button, NOT_YOURS) : answered(GOING[going]);
    }
    case 'release_brake': {
      const isTheirs = await releaseRemovals(database, delivery, ruling);
      return isTheirs ? answered('Removals go on, without a limit for an hour.') : alert(button, NOT_YOURS);
    }
    case 'stop_removals': {
      const isTheirs = await switchRemovalsOff(database, delivery, ruling);
      return isTheirs
        ? answered('Nobody is removed from this channel any more, until removals are switched on again.')
        : alert(button, NOT_YOURS);
    }
  }
}
