let aheadMs = 0;
const listeners = new Set();

/** The time on the playground's clock, in epoch milliseconds. */
export const nowMs = () => Date.now() + aheadMs;

/** How far the playground's clock is ahead of real time. */
export const aheadOfTimeMs = () => aheadMs;

/** Sets how far the clock is ahead, and shows it everywhere. */
export function setAhead(ms) {
  aheadMs = ms;
  tick();
}

/** Calls `listener` each second, and when the clock is moved. */
export function onTick(listener) {
  listeners.add(listener);
}

function tick() {
  for (const listener of listeners) listener();
}

setInterval(tick, 1000);
