// How long the playground waits before it gives up. Only something that hangs takes this long, even on a very busy machine.

/** For a started process to listen. */
export const START_DEADLINE_MS = 120_000;

/** For the product to answer a tap, or to finish everything that a simulator sent it. */
export const ANSWER_DEADLINE_MS = 60_000;
