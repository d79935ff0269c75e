import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cellOf } from '../../infra/documents/rails/exceptions';
import { SCENARIO_IDS, SCENARIOS, type ScenarioId } from '../../infra/documents/rails/scenarios';
import { RAIL_NAMES, type RailName } from '../../shared/domain/common/rails';
import { PLAYS } from './plays';
import type { RailUnderTest } from './rail-under-test';

/** The rows of `docs/rails.md`, by the name of the scenario. */
const documentedRows = (): ReadonlyMap<string, readonly string[]> =>
  new Map(
    readFileSync(join(__dirname, '../../docs/rails.md'), 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('| '))
      .map((line) => line.slice(2, -2).split(' | '))
      .map(([name = '', ...cells]) => [name.trim(), cells.map((cell) => cell.trim())]),
  );

/** A crash is played at every point, which takes as long as all the rest, so each half of a column has its own file. */
const PARTS = {
  crashes: (id: ScenarioId) => id.startsWith('crash_'),
  'all but crashes': (id: ScenarioId) => !id.startsWith('crash_'),
} as const;

/**
 * Plays a part of a rail's scenarios, and then compares what was played with its column in `docs/rails.md`: a cell says
 * that it holds exactly if its test ran and passed. A test of a cell that says "not yet" waits for its part of the product;
 * `RAILS_PLAY_ALL=1` plays it anyway.
 */
export function playColumn(name: RailName, part: keyof typeof PARTS, start: () => RailUnderTest): void {
  const held = new Set<ScenarioId>();
  const ids = SCENARIO_IDS.filter(PARTS[part]);
  for (const id of ids) {
    const play = PLAYS[name][id];
    const isDue = cellOf(name, id).type === 'holds' || process.env['RAILS_PLAY_ALL'] === '1';
    if (play === undefined || !isDue) continue;
    it(`keeps what must hold if ${SCENARIOS[id].name}`, async () => {
      await play(start());
      held.add(id);
    });
  }

  it('plays exactly what docs/rails.md says that holds', () => {
    const rows = documentedRows();
    const column = 1 + RAIL_NAMES.indexOf(name);
    const claimed = ids.filter((id) => rows.get(SCENARIOS[id].name)?.[column] === 'holds');
    expect(claimed).toEqual(ids.filter((id) => held.has(id)));
  });
}
