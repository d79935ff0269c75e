import { table } from '../report';
import { formatSpread, judgeAim, pairedRatios, spreadOf } from '../statistics';
import type { Drained } from './measure-drain';
import type { ScaleTimes } from './measure-scale';

const count = (orders: number) => orders.toLocaleString('en');

/** How much longer requests take with many orders in a channel than with few. */
export function scaleReport(times: readonly ScaleTimes[], [small, large]: readonly [number, number]): string {
  const rows = times.map(({ title, mostRatio, mostMs, small: few, large: many }) => {
    const p95 = (of: typeof few) => of.map(({ p95Ms }) => p95Ms);
    const ratio = pairedRatios(p95(many), p95(few));
    const aims = [judgeAim(ratio.median, { atMost: mostRatio })];
    if (mostMs !== undefined) aims.push(`${judgeAim(spreadOf(p95(many)).median, { atMost: mostMs })} ms`);
    return [
      title,
      formatSpread(spreadOf(p95(few)), 1),
      formatSpread(spreadOf(p95(many)), 1),
      formatSpread(ratio, 2),
      aims.join(', '),
    ];
  });
  return [
    `## ${count(small)} and ${count(large)} orders in one channel`,
    'p95 of one request after the other, in ms. Figures are counted for each `/stats`, although all askers of a minute share them. Of a page of an owner and of a table, only the reads of the database are timed, because Telegram’s limits on one chat would be measured as well.',
    table(['', `${count(small)} orders`, `${count(large)} orders`, 'ratio', 'aim'], rows),
  ].join('\n\n');
}

/** How many promises a second workers keep. */
export function drainReport(drained: readonly Drained[]): string {
  const one = drained[0]?.perSecond ?? Number.NaN;
  const rows = drained.map(({ workers, perSecond }) => [
    `${workers}`,
    perSecond.toFixed(0),
    (perSecond / one).toFixed(2),
  ]);
  return [
    `## The drain of ${count(drained[0]?.promises ?? 0)} promises`,
    'Each needs one call to a Bot API that answers at once. Workers, sink and Postgres share the machine.',
    table(['workers', 'promises/s', '× one worker'], rows),
  ].join('\n\n');
}
