import { examineConfig, type Environment } from '../../shared/config';
import { COMMAND_VARIABLES } from '../command-variables';
import { CHECKS } from './checks';
import { checkedSystemOf } from './checked-system';
import { runChecks, type Result } from './run-checks';

/**
 * Examines the installation that an environment describes. Changes nothing but for a nudge to the worker, and may be repeated;
 * each question has a time limit, so it ends within a minute.
 */
export async function examine(
  environment: Environment,
  onResult?: (result: Result) => void,
): Promise<readonly Result[]> {
  const { values, problems } = await examineConfig(COMMAND_VARIABLES.doctor, environment);
  const patient = checkedSystemOf(values, problems);
  try {
    return await runChecks(CHECKS, patient, onResult);
  } finally {
    await patient.close();
  }
}
