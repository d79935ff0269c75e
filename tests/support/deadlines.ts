// How long tests wait before they give up. A passing test never waits this long, because it continues as soon as the fact
// is there. Only something that hangs does, so there is room for a machine that is many times slower than usual.

/** For one fact: a message that arrives, a row that appears, a process that answers. */
export const FACT_DEADLINE_MS = 60_000;

/** For one test with several facts in a row, each of which may be late. */
export const TEST_DEADLINE_MS = 180_000;

/** For the processes that start before the tests of a file: a database, the bundles, the functions. */
export const WORLD_START_DEADLINE_MS = 180_000;

/** For a test that plays hundreds of people or kills and restarts processes, which takes minutes on a busy machine. */
export const LONG_TEST_DEADLINE_MS = 600_000;
