/** Something that is not as it must be (`error`) or should be looked at (`warning`). */
export interface Finding {
  /** Stays the same from release to release, for whoever reads `--json`. */
  readonly code: string;
  readonly severity: 'error' | 'warning';
  /** What is wrong, in one sentence that holds no secret. */
  readonly problem: string;
  /** What to do about it, in one sentence. */
  readonly remedy: string;
}

type Words = Pick<Finding, 'problem' | 'remedy'>;

export const fault = (code: string, words: Words): Finding => ({ code, severity: 'error', ...words });
export const warning = (code: string, words: Words): Finding => ({ code, severity: 'warning', ...words });
