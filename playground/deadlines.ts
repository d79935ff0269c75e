// How long the playground waits before it gives up. These only end what hangs, so they leave room for a very busy machine.

/** Until a process that was started listens. */
export const START_DEADLINE_MS = 120_000;

/** Until the product has answered a tap, or has done all that a simulator sent it. */
export const ANSWER_DEADLINE_MS = 60_000;
