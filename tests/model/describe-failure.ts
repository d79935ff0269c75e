import type fc from 'fast-check';
import { deedOf, roundsOf, type Batch } from './play';

const line = (what: object): string => JSON.stringify(what).replaceAll('"', '');

/** What failed, as short as it is, and how to see it again. */
export function told(
  { errorInstance }: Pick<fc.RunDetails<[Batch]>, 'errorInstance'>,
  batch: Batch,
  seed: number,
): string {
  const { weather, stories } = batch;
  return [
    errorInstance instanceof Error ? (errorInstance.stack ?? errorInstance.message) : String(errorInstance),
    `Again: MODEL_SEED=${seed} MODEL_RUNS=1`,
    ...stories.map(
      ({ graceHours, tolerancePercent }, index) =>
        `buyer ${index}: ${line({ graceHours, tolerancePercent })}`,
    ),
    ...Array.from({ length: roundsOf(batch) }, (_, round) => [
      `round ${round}: ${line(weather[round] ?? {})}`,
      ...stories.map((story, index) => `  buyer ${index}: ${line(deedOf(story, round) ?? {})}`),
    ]).flat(),
  ].join('\n');
}
