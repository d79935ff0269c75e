const { relative } = require('node:path');
const { default: Sequencer } = require('@jest/test-sequencer');

/** How long the longest files take on two cores, in seconds. A new clone has measured none itself. */
const KNOWN = {
  'tests/deploy/deploy.test.ts': 320,
  'tests/model/model.test.ts': 250,
  'tests/journeys/cloud-sql.test.ts': 240,
  'tests/deploy/second-deploy.test.ts': 200,
  'shared/telegram/views/views.test.ts': 150,
  'tests/browser/set-up-group.test.ts': 85,
  'tests/self-hosting/guide.test.ts': 83,
  'shared/services/owner/permissions.test.ts': 75,
  'tests/rails/nowpayments-crashes.test.ts': 67,
  'tests/browser/first-sale.test.ts': 65,
  'tests/browser/stars.test.ts': 64,
  'tests/journeys/daily-posts.test.ts': 63,
  'shared/services/reports/owner-tables.test.ts': 61,
  'tests/rails/stars-crashes.test.ts': 60,
  'tests/journeys/doctor.test.ts': 58,
  'tests/browser/subscription-money.test.ts': 54,
  'tests/journeys/hosts.test.ts': 46,
  'tests/journeys/pre-checkout.test.ts': 46,
  'tests/browser/subscription.test.ts': 45,
  'tests/journeys/costs.test.ts': 43,
  'tests/journeys/unreachable.test.ts': 42,
  'tests/journeys/kill.test.ts': 41,
  'tests/browser/language.test.ts': 40,
  'tests/release/archive.test.ts': 37,
  'tests/journeys/reconcile.test.ts': 35,
  'tests/one-definition.test.ts': 34,
  'tests/deploy/database-url.test.ts': 33,
  'tests/deploy/alert-channels.test.ts': 31,
  'shared/services/takeovers/reading/read-list.test.ts': 31,
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
