import type { Key } from '../../shared/domain/donations/keypad';
import { callbackData } from '../../shared/telegram/codec/callback-data';
import type { BuyerRun } from './buyer-run';
import { say, tap } from './send-update';

/** Above the ids of all messages that the simulated Telegram has sent. */
let lastMessage = 500_000_000;

/** Opens a keypad, types whole dollars and confirms them. A tap counts even before the worker has sent the keypad. */
export async function donate(run: BuyerRun, dollars: number): Promise<string> {
  await say(run, run.buyer, `/start donate_${run.slot.openChannelId}`);
  const messageId = ++lastMessage;
  const digits = Array.from(String(dollars)) as Key[];
  for (const key of [...digits, 'confirm'] as const)
    await tap(run, run.buyer, callbackData.key(key), messageId);
  return `donate ${dollars}`;
}
