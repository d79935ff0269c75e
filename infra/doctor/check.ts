import type { ConfigName } from '../../shared/config';
import type { Finding } from './finding';
import type { CheckedSystem } from './checked-system';

/** The outcome of a check: its findings and a short note, or why it could not look. */
export type Look =
  | { readonly findings: readonly Finding[]; readonly note?: string }
  /** The check named here has to pass first. */
  | { readonly blockedBy: string }
  /** This installation does not have what the check looks at; the text says why. */
  | { readonly absent: string };

/** One check of the doctor. */
export interface Check {
  readonly name: string;
  /** The checks that must pass first. If one fails, this check is not made. */
  readonly needs?: readonly string[];
  /** The checks that only have to finish first, because this check would change what they see. */
  readonly after?: readonly string[];
  /** It ends by itself and keeps what it found, so no time limit is set from outside. */
  readonly limitsItself?: boolean;
  /** The variables that the check needs. */
  readonly variables?: readonly ConfigName[];
  /** `failed` has the names of the checks in `needs` and `after` that found an error. */
  readonly look: (system: CheckedSystem, failed: ReadonlySet<string>) => Promise<Look>;
}

export const sound = (note: string): Look => ({ findings: [], note });
export const found = (...findings: readonly Finding[]): Look => ({ findings });
