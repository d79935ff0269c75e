import type { ConfigName } from '../../shared/config';
import type { Finding } from './finding';
import type { CheckedSystem } from './checked-system';

/** What one look told: what was found, and a few words on what was seen; or why there was nothing to look at. */
export type Look =
  | { readonly findings: readonly Finding[]; readonly note?: string }
  /** It cannot be told because of another check. */
  | { readonly blockedBy: string }
  /** It is not part of this installation. */
  | { readonly absent: string };

/** One question the doctor asks. */
export interface Check {
  readonly name: string;
  /** Without these it makes no sense: where one has failed, there is nothing to look at. */
  readonly needs?: readonly string[];
  /** Waited for all the same: what this check does would change what they see. */
  readonly after?: readonly string[];
  /** Variables without which it cannot ask. */
  readonly variables?: readonly ConfigName[];
  /** `failed` holds the names of the checks that have found an error so far, of those waited for. */
  readonly look: (patient: CheckedSystem, failed: ReadonlySet<string>) => Promise<Look>;
}

export const sound = (note: string): Look => ({ findings: [], note });
export const found = (...findings: readonly Finding[]): Look => ({ findings });
