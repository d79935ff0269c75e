/** Something that is wrong (`error`) or that the operator should look at (`warning`). */
export interface Finding {
  /** Stable across releases, for programs that read `--json`. */
  readonly code: string;
  readonly severity: 'error' | 'warning';
  /** What is wrong, in one sentence without secrets. */
  readonly problem: string;
  /** What to do about it, in one sentence. */
  readonly remedy: string;
}

type Words = Pick<Finding, 'problem' | 'remedy'>;

export const fault = (code: string, words: Words): Finding => ({ code, severity: 'error', ...words });
export const warning = (code: string, words: Words): Finding => ({ code, severity: 'warning', ...words });
