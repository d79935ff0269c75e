import { redactText } from '../../shared/redact';
import type { Result } from './run-checks';

const MARKS: Readonly<Record<Result['status'], string>> = {
  ok: 'ok',
  warning: 'WARNING',
  error: 'ERROR',
  not_checked: '-',
  absent: '-',
};

const NAME_WIDTH = 18;
const INDENT = ' '.repeat(9);

/** One check as text: a line per finding, with its remedy below. Secrets are redacted once more, by their shape. */
export function describeResult({ name, status, findings, note = '' }: Result): string {
  const head = (mark: string, text: string) =>
    `${mark.padEnd(8)} ${name.padEnd(NAME_WIDTH)} ${text}`.trimEnd();
  if (findings.length === 0) return redactText(head(MARKS[status], note));
  return redactText(
    findings
      .flatMap(({ severity, problem, remedy }) => [head(MARKS[severity], problem), `${INDENT}-> ${remedy}`])
      .join('\n'),
  );
}

const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`;

export interface Summary {
  readonly errors: number;
  readonly warnings: number;
  readonly notChecked: number;
}

export function summaryOf(results: readonly Result[]): Summary {
  const all = results.flatMap(({ findings }) => findings);
  const errors = all.filter(({ severity }) => severity === 'error').length;
  const notChecked = results.filter(({ status }) => status === 'not_checked').length;
  return { errors, warnings: all.length - errors, notChecked };
}

/** The last line: the verdict. */
export function describeSummary({ errors, warnings, notChecked }: Summary): string {
  if (errors + warnings + notChecked === 0) return '\nAll is well.';
  const left = notChecked === 0 ? '' : `; not checked because of that: ${notChecked}`;
  return `\n${plural(errors, 'error')}, ${plural(warnings, 'warning')}${left}.`;
}

/** Everything as JSON, for a program. */
export function asJson(results: readonly Result[]): string {
  const { errors, warnings, notChecked } = summaryOf(results);
  const summary = { is_well: errors === 0, errors, warnings, not_checked: notChecked, checks: results };
  return redactText(JSON.stringify(summary, null, 2));
}
