import { setTimeout as pause } from 'node:timers/promises';
import type { Playing } from './playing';
import type { Crash, RoundFaults } from './faults';

/** Calls in the middle of which the worker may be killed. */
const CALLS = ['sendMessage', 'createChatInviteLink', 'unbanChatMember', 'approveChatJoinRequest'];

/** Kills a function while it works, and starts it again. */
export async function crash({ model, coverage }: Playing, { target, afterMs, hangs }: Crash): Promise<void> {
  const { telegram, functions } = model.world;
  const isInCall = target === 'worker' && hangs !== 'not';
  const fault = { kind: 'timeout', afterPerforming: hangs === 'after', times: Infinity } as const;
  if (isInCall) for (const method of CALLS) telegram.fault({ method, ...fault });
  // The random moment of the kill is the point of this test.
  await pause(afterMs);
  await functions[target].kill();
  if (isInCall) telegram.clearFaults();
  await functions[target].start();
  coverage.count(`crash of ${target}${isInCall ? ' in a call' : ''}`);
}

/** Moves the clock, and makes the providers fail from now on. */
export async function injectFaults(
  playing: Playing,
  { clock, telegram, nowpayments, crash }: RoundFaults,
): Promise<void> {
  const { model, coverage } = playing;
  if (clock !== null) {
    await model.world.moveClock(clock);
    coverage.count('clock');
  }
  if (telegram !== null) {
    model.world.telegram.fault({ ...telegram });
    coverage.count(`Telegram ${telegram.kind} ${telegram.method ?? ''}`);
  }
  if (nowpayments !== null) {
    model.world.nowpayments.fault({ ...nowpayments });
    coverage.count(`NOWPayments ${nowpayments.kind}`);
  }
  // If the answer is lost, we never learn about a link that Telegram made. It stays until it expires.
  if (crash?.target === 'worker' || telegram?.afterPerforming === true) playing.isClean = false;
}
