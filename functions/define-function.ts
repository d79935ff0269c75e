import { DATABASE_NAMES, LOG_NAMES, type Config, type ConfigName } from '../shared/config';
import type { Database } from '../shared/database/connection/pool';
import type { RequestCounts } from '../shared/http/count-requests';
import type { Handler } from '../shared/http/types';
import type { Logger } from '../shared/logger';
import type { WakeUp } from '../shared/wake-up/wake-up';
import type { Target } from './variables';

/** The variables that every function reads besides its own. */
export const COMMON_NAMES = [...DATABASE_NAMES, ...LOG_NAMES] as const;
export type CommonName = (typeof COMMON_NAMES)[number];

/** What every function is built from. */
export interface FunctionContext<Name extends ConfigName> {
  readonly config: Config<Name | CommonName>;
  readonly log: Logger;
  readonly database: Database;
  /** Counts an event for all instances, if the order that it names exists. Kept in memory until it is flushed. */
  readonly count: (name: string, order?: string) => void;
  /** The requests that this process has answered for the function. */
  readonly counts: () => RequestCounts;
  /** Has the worker look for due work. Only for a function with `WAKING_NAMES`. */
  readonly wakeUp: WakeUp;
}

interface Options<Name extends ConfigName> {
  readonly build: (context: FunctionContext<Name>) => Handler;
  /** How long its statements may wait for a row that another one holds. */
  readonly lockTimeoutMs?: number;
}

/** A function as every host can serve it. Knows none of them. */
export interface FunctionDefinition<Name extends ConfigName = ConfigName> extends Options<Name> {
  readonly target: Target;
  /** The variables that it reads, in addition to `COMMON_NAMES`. */
  readonly names: readonly Name[];
}

/** Defines a function: its target name, its variables, and how its handler is built with all its guards. */
export function defineFunction<Name extends ConfigName>(
  target: Target,
  names: readonly Name[],
  definition: Options<Name> | Options<Name>['build'],
): FunctionDefinition<Name> {
  const options = typeof definition === 'function' ? { build: definition } : definition;
  return { target, names, ...options };
}
