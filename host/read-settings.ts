import { COMMON_NAMES } from '../functions/define-function';
import { FUNCTION_PATHS } from '../functions/paths';
import { TARGETS, VARIABLES, type Target } from '../functions/variables';
import {
  configError,
  environmentWith,
  examineConfig,
  HOST_NAMES,
  type Config,
  type ConfigName,
  type ConfigProblem,
  type Environment,
} from '../shared/config';

/**
 * For all functions of a process together. One thread keeps no more connections busy, and two processes that overlap in an
 * update, an operator's command and a backup fit into the 100 that Postgres accepts by default.
 */
const SHARED_POOL = '10';

export interface HostSettings {
  /** The functions to serve, each once. */
  readonly targets: readonly Target[];
  /** The variables of the host and of all its functions. */
  readonly config: Config;
}

/** Checks what must hold between the variables of the host. */
function* problemsOf(chosen: readonly string[], values: Partial<Config>): Iterable<ConfigProblem> {
  if (chosen.length === 0 || chosen.some((name) => !Object.hasOwn(VARIABLES, name)))
    yield { names: ['FUNCTIONS'], text: `FUNCTIONS is not valid: it may name ${TARGETS.join(', ')}` };
  if (values.TICK === 'on' && !chosen.includes('worker'))
    yield { names: ['TICK', 'FUNCTIONS'], text: 'TICK=on calls the worker, so FUNCTIONS must name worker' };
}

/** What is known without being set: functions in the worker's own process need no address for it. */
function defaultsOf(
  targets: readonly Target[],
  { PORT = 0 }: Partial<Config>,
): Partial<Record<ConfigName, string>> {
  return {
    ...(targets.includes('worker') && { WORKER_URL: `http://127.0.0.1:${PORT}${FUNCTION_PATHS.worker[0]}` }),
    ...(targets.length > 1 && { DATABASE_POOL_MAX: SHARED_POOL }),
  };
}

/**
 * Reads the variables of the host and of the functions that `FUNCTIONS` names, each variable once. Rejects with a
 * `ConfigError` that lists every problem, the missing variables of all chosen functions among them.
 */
export async function readSettings(given: Environment = environmentWith({})): Promise<HostSettings> {
  const { values } = await examineConfig(HOST_NAMES, given);
  const chosen: readonly string[] = values.FUNCTIONS ?? TARGETS;
  const targets = TARGETS.filter((target) => chosen.includes(target));
  const environment = environmentWith(defaultsOf(targets, values), given);
  const names = [...HOST_NAMES, ...COMMON_NAMES, ...targets.flatMap((target) => VARIABLES[target])];
  const examined = await examineConfig<ConfigName>([...new Set(names)], environment);
  const problems = [...problemsOf(chosen, values), ...examined.problems];
  if (problems.length > 0) throw configError(problems);
  return { targets, config: examined.values as Config };
}
