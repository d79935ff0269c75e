// How long tests wait before they give up. A passing test never waits so long: it goes on as soon as a fact is there.
// The deadlines only end what hangs, so they leave room for a machine that is many times slower than usual.

/** For one fact: a message that arrives, a row that appears, a process that answers. */
export const FACT_DEADLINE_MS = 60_000;

/** For one test: several facts in a row, each of them late, so longer than the deadline of one. */
export const TEST_DEADLINE_MS = 180_000;

/** For what starts processes before the tests of a file: a database, the bundles, the functions. */
export const WORLD_START_DEADLINE_MS = 180_000;

/** For a test that plays hundreds of people or kills and restarts processes: minutes of work on a busy machine. */
export const LONG_TEST_DEADLINE_MS = 600_000;
