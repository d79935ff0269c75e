/** How far the time of this test file is ahead of the machine's, in ms. */
export const aheadMs = (): number => Number(process.env['TEST_CLOCK_AHEAD_MS'] ?? 0);

/** The time of this test file in epoch ms: what a new test database and the simulators beside it say. */
export const nowMs = (): number => Date.now() + aheadMs();

export const nowSeconds = (): number => Math.floor(nowMs() / 1000);
