const { default: Sequencer } = require('@jest/test-sequencer');

/** What takes longest goes first. The short ones at the end keep every core busy until the last. */
const ORDER = ['release', 'journeys', 'browser', 'database', 'unit'];

const placeOf = ({ context }) => ORDER.indexOf(context.config.displayName?.name);

/** Jest goes by how long each file took the last time. Where nothing ran before, as in a new clone, the project decides. */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    const isFirstRun = sorted.every(({ duration }) => duration === undefined);
    return isFirstRun ? sorted.toSorted((a, b) => placeOf(a) - placeOf(b)) : sorted;
  }
};
