import { examineConfig, type Environment } from '../../shared/config';
import { COMMAND_VARIABLES } from '../command-variables';
import { CHECKS } from './checks';
import { checkedSystemOf } from './checked-system';
import { runChecks, type Result } from './run-checks';
import type { Scope } from './scope';

/**
 * Checks the installation that an environment describes. Only nudges the worker and changes nothing else, so it is safe to
 * repeat. Each check has a time limit, so it ends within a minute, unless the scope is every channel.
 */
export async function examine(
  environment: Environment,
  onResult?: (result: Result) => void,
  scope?: Scope,
): Promise<readonly Result[]> {
  const { values, problems } = await examineConfig(COMMAND_VARIABLES.doctor, environment);
  const system = checkedSystemOf(values, problems, scope);
  try {
    return await runChecks(CHECKS, system, onResult);
  } finally {
    await system.close();
  }
}
