import { callbackData } from '../../shared/telegram/codec/callback-data';
import type { ActionLabel } from './actions';
import type { BuyerRun } from './buyer-run';
import { tap } from './send-update';

/** Buys a tier of the channel. */
export async function order(run: BuyerRun, tier: number): Promise<ActionLabel> {
  await tap(run, run.buyer, callbackData.buy(run.slot.openChannelId, tier));
  // A buyer of the second tier insists on it, whatever money is in other orders.
  if (tier === 2) await tap(run, run.buyer, callbackData.buyFromScratch(run.slot.openChannelId, tier));
  return `order ${tier}`;
}
