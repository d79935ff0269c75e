/**
 * A program for a process that should not wait a real minute: the timer of a minute ends in a second. The tick waits for the
 * rest of its minute after a call of the worker, which may take 25 seconds.
 */
const PROGRAM = `
  const { setTimeout: set } = globalThis;
  const quick = (ms) => (ms > 30_000 && ms <= 60_000 ? ms / 60 : ms);
  globalThis.setTimeout = (run, ms, ...rest) => set(run, quick(ms), ...rest);`;

/** The variable that makes the plain host tick each second. */
export const QUICK_MINUTE = {
  NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(PROGRAM)}`,
};
