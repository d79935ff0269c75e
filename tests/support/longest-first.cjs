const { default: Sequencer } = require('@jest/test-sequencer');

/** The slowest project runs first, so that short tests at the end keep every core busy. */
const ORDER = ['release', 'journeys', 'browser', 'database', 'unit'];

const placeOf = ({ context }) => ORDER.indexOf(context.config.displayName?.name);

/** Sorts by the duration of the last run, as Jest does. Without one, as in a new clone, sorts by project. */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    const isFirstRun = sorted.every(({ duration }) => duration === undefined);
    return isFirstRun ? sorted.toSorted((a, b) => placeOf(a) - placeOf(b)) : sorted;
  }
};
