import type { Donor } from '../worlds/journey';
import { saveChannels } from '../../shared/database/owner/channels';
import { callbackData } from '../../shared/telegram/codec/callback-data';
import type { ActionLabel, ActionOf, BuyerAction } from './actions';
import type { BuyerRun } from './buyer-run';
import { decide, typeWorth } from './decide';
import { donate } from './donate';
import { order } from './order';
import { atMerchant, pay, payMore } from './pay';
import { payStars, refundStars } from './pay-stars';
import { postHeld, repeat } from './post';
import { tap } from './send-update';
import { channelOf } from './start-model';

async function look(run: BuyerRun, at: ActionOf<'look'>['at']): Promise<ActionLabel> {
  const { buyer, slot } = run;
  if (at === 'mine') await tap(run, buyer, callbackData.mySubscriptions);
  else await tap(run, slot.owner, callbackData.own(at, slot.openChannelId));
  return `look at ${at}`;
}

async function reprice({ model, slot, story }: BuyerRun, percent: number): Promise<ActionLabel> {
  await saveChannels(model.world.product, [channelOf(slot, story, percent)]);
  return `reprice ${percent}`;
}

/** The newest link, which a buyer would open. */
const linkOf = (run: BuyerRun): string | undefined => run.observed?.links.at(-1)?.inviteLink;

function join(run: BuyerRun, person: Donor): ActionLabel {
  const link = linkOf(run);
  if (link === undefined) return undefined;
  try {
    person.person.join(link);
    return 'join';
  } catch {
    return 'join by a dead link';
  }
}

function leave(run: BuyerRun): ActionLabel {
  if (!run.isIn) return undefined;
  run.hasLeft = true;
  run.buyer.person.leave(run.slot.closedChannelId);
  return 'leave';
}

/** Performs one action against the real functions. Returns what was done. */
export async function perform(run: BuyerRun, action: BuyerAction): Promise<ActionLabel> {
  switch (action.type) {
    case 'nothing':
      return undefined;
    case 'order':
      return order(run, action.tier);
    case 'donate':
      return donate(run, action.dollars);
    case 'look':
      return look(run, action.at);
    case 'reprice':
      return reprice(run, action.percent);
    case 'pay':
      return pay(run, action);
    case 'pay_more':
      return payMore(run, action);
    case 'finish':
    case 'refund':
      return atMerchant(run, action);
    case 'pay_stars':
      return payStars(run, action);
    case 'refund_stars':
      return refundStars(run, action);
    case 'post':
      if (run.held.length === 0) return undefined;
      await postHeld(run, action.posting);
      return 'deliver held IPNs';
    case 'repeat':
      if (run.sent.length === 0) return undefined;
      await repeat(run, action);
      return 'repeat';
    case 'decide':
      return decide(run, action);
    case 'value':
      return typeWorth(run, action);
    case 'join':
      return join(run, run.buyer);
    case 'stranger_joins':
      return join(run, run.slot.stranger) && 'stranger joins';
    case 'leave':
      return leave(run);
    case 'enter':
      await tap(run, run.buyer, callbackData.enter(run.slot.openChannelId));
      return 'enter';
    case 'cancel':
      await tap(run, run.buyer, 'payment_cancel');
      return 'cancel';
  }
}
