const { relative } = require('node:path');
const { default: Sequencer } = require('@jest/test-sequencer');

/** How long the longest files take on two cores, in seconds. A new clone has measured none itself. */
const KNOWN = {
  'tests/model/model.test.ts': 120,
  'tests/deploy/deploy.test.ts': 110,
  'tests/deploy/second-deploy.test.ts': 90,
  'tests/journeys/cloud-sql.test.ts': 80,
  'shared/telegram/views/views.test.ts': 60,
  'tests/journeys/doctor.test.ts': 50,
  'tests/journeys/hosts.test.ts': 40,
  'tests/journeys/costs.test.ts': 38,
  'tests/journeys/reconcile.test.ts': 37,
  'tests/journeys/unreachable.test.ts': 35,
  'tests/deploy/public.test.ts': 35,
  'tests/journeys/daily-posts.test.ts': 31,
  'shared/services/owner/permissions.test.ts': 30,
  'tests/browser/subscription-money.test.ts': 30,
  'tests/deploy/database-url.test.ts': 29,
  'shared/services/nowpayments/look-at-order.test.ts': 29,
  'tests/browser/first-sale.test.ts': 29,
  'tests/browser/subscription.test.ts': 27,
  'tests/release/archive.test.ts': 26,
  'tests/journeys/kill.test.ts': 25,
};

/** The same of any other file in a project. */
const IN_PROJECT = { browser: 20, journeys: 12, release: 10, database: 3, unit: 1 };

const secondsOf = ({ path, duration, context: { config } }) =>
  duration === undefined
    ? (KNOWN[relative(config.rootDir, path)] ?? IN_PROJECT[config.displayName?.name] ?? 1)
    : duration / 1000;

/**
 * Starts the longest files first, so that short ones keep every core busy at the end. The time of a file is that of its last
 * run; in a new clone, what is known about it or its project.
 */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    const isMeasured = sorted.every(({ duration }) => duration !== undefined);
    return isMeasured ? sorted : sorted.toSorted((a, b) => secondsOf(b) - secondsOf(a));
  }
};
module.exports.KNOWN = KNOWN;
