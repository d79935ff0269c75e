import { RAIL_NAMES } from '../../../shared/domain/common/rails';
import { markdownTable } from '../generated-tables';
import { cellOf, type Cell } from './exceptions';
import { RAIL_TITLES, SCENARIO_IDS, SCENARIOS } from './scenarios';

function wordsOf(cell: Cell): string {
  switch (cell.type) {
    case 'holds':
      return 'holds';
    case 'impossible':
      return `impossible: ${cell.reason}`;
    case 'not_yet':
      return `not yet: ${cell.part}`;
  }
}

/** The table of `docs/rails.md`: a row for each scenario, a column for each rail. */
export const railsTable = (): string =>
  markdownTable(
    ['what if …', 'what must hold', ...RAIL_NAMES.map((rail) => RAIL_TITLES[rail])],
    SCENARIO_IDS.map((id) => [
      SCENARIOS[id].name,
      SCENARIOS[id].holds,
      ...RAIL_NAMES.map((rail) => wordsOf(cellOf(rail, id))),
    ]),
  );
