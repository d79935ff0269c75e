import type fc from 'fast-check';
import { actionOf, roundsOf, type Batch } from './play';

const line = (what: object): string => JSON.stringify(what).replaceAll('"', '');

/** Describes a failure: the error, how to repeat it, and what each buyer did in each round. */
export function describeFailure(
  { errorInstance }: Pick<fc.RunDetails<[Batch]>, 'errorInstance'>,
  batch: Batch,
  seed: number,
): string {
  const { known, faults, stories } = batch;
  return [
    errorInstance instanceof Error ? (errorInstance.stack ?? errorInstance.message) : String(errorInstance),
    `Again: MODEL_SEED=${seed} MODEL_RUNS=1`,
    `minimums of ${known} coins are known`,
    ...stories.map(
      ({ graceHours, tolerancePercent }, index) =>
        `buyer ${index}: ${line({ graceHours, tolerancePercent })}`,
    ),
    ...Array.from({ length: roundsOf(batch) }, (_, round) => [
      `round ${round}: ${line(faults[round] ?? {})}`,
      ...stories.map((story, index) => `  buyer ${index}: ${line(actionOf(story, round) ?? {})}`),
    ]).flat(),
  ].join('\n');
}
