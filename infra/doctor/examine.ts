import { examineConfig, type Environment } from '../../shared/config';
import { COMMAND_VARIABLES } from '../command-variables';
import { CHECKS } from './checks';
import { checkedSystemOf } from './checked-system';
import { runChecks, type Result } from './run-checks';
import type { Scope } from './scope';

const LIMIT_MS = 60_000;

/**
 * Checks the installation that an environment describes. Only nudges the worker and changes nothing else, so it is safe to
 * repeat. Ends within a minute, whatever does not answer, unless the scope is every channel.
 */
export async function examine(
  environment: Environment,
  onResult?: (result: Result) => void,
  scope?: Scope,
): Promise<readonly Result[]> {
  const startedAt = performance.now();
  const { values, problems } = await examineConfig(COMMAND_VARIABLES.doctor, environment);
  const system = checkedSystemOf(values, problems, scope);
  try {
    const limitMs = scope?.isAll === true ? Infinity : LIMIT_MS - Math.round(performance.now() - startedAt);
    return await runChecks(CHECKS, system, { onResult, limitMs });
  } finally {
    await system.close();
  }
}
