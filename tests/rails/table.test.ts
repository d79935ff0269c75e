import { cellOf, IMPOSSIBLE, NOT_YET } from '../../infra/documents/rails/exceptions';
import { SCENARIO_IDS } from '../../infra/documents/rails/scenarios';
import { RAIL_NAMES } from '../../shared/domain/common/rails';
import { PLAYS } from './plays';

describe.each(RAIL_NAMES)('the column of %s', (rail) => {
  it('has a test for each scenario that it says holds', () => {
    const holding = SCENARIO_IDS.filter((id) => cellOf(rail, id).type === 'holds');
    expect(holding.filter((id) => PLAYS[rail][id] === undefined)).toEqual([]);
  });

  it('has no test for what it calls impossible', () => {
    expect(Object.keys(IMPOSSIBLE[rail]).filter((id) => id in PLAYS[rail])).toEqual([]);
    expect(Object.keys(IMPOSSIBLE[rail]).filter((id) => id in NOT_YET[rail])).toEqual([]);
  });

  it('gives a reason with its source for what is impossible', () => {
    for (const reason of Object.values(IMPOSSIBLE[rail])) expect(reason).toMatch(/\]\(https:\/\/\S+\)/);
  });
});

it('has no fewer scenarios than it had', () => {
  expect(SCENARIO_IDS.length).toBeGreaterThanOrEqual(47);
});

it('leaves nothing out', () => {
  expect(RAIL_NAMES.flatMap((rail) => Object.keys(NOT_YET[rail]))).toEqual([]);
});
