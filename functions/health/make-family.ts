import type { Family, Sample } from './exposition';

type Value = number | null;
/** No sample if the value is unknown. */
export const one = (value: Value): Sample[] => (value === null ? [] : [{ value }]);
/** A sample for each label. */
export const each = (label: string, values: readonly (readonly [string, number])[]): Sample[] =>
  values.map(([text, value]) => ({ labels: { [label]: text }, value }));

export const gauge = (name: string, help: string, samples: readonly Sample[]): Family => ({
  name: `telepay_${name}`,
  type: 'gauge',
  help,
  samples,
});
export const counter = (name: string, help: string, samples: readonly Sample[]): Family => ({
  ...gauge(`${name}_total`, help, samples),
  type: 'counter',
});
