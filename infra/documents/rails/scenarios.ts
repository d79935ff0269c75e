import type { RailName } from '../../../shared/domain/common/rails';
import { SCENARIOS_OF_MONEY } from './money';
import { SCENARIOS_OF_REPORTS } from './reports';
import { SCENARIOS_OF_WORK } from './work';

/** The rows of `docs/rails.md`, in the order of the document. Each is played in `tests/rails`. */
export const SCENARIOS = { ...SCENARIOS_OF_MONEY, ...SCENARIOS_OF_REPORTS, ...SCENARIOS_OF_WORK };

export type ScenarioId = keyof typeof SCENARIOS;
export const SCENARIO_IDS = Object.keys(SCENARIOS) as ScenarioId[];

/** How the head of the table names each rail. */
export const RAIL_TITLES: Readonly<Record<RailName, string>> = { nowpayments: 'NOWPayments', stars: 'Stars' };
