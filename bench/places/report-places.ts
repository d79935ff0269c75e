import { table } from '../report';
import { formatSpread, judgeAim, pairedRatios, spreadOf } from '../statistics';
import type { PlacesMeasured } from './measure-places';

/** How much longer a buyer's tap may take while a place is opened. */
const MOST_RATIO = 1.2;

/** What buyers notice while all members are let into a place that was added, and what Telegram refused. */
export function placesReport({ members, without, during, seconds, refused, calls }: PlacesMeasured): string {
  const ratio = pairedRatios(during, without);
  return [
    `## ${members.toLocaleString('en')} members let into a place that is added`,
    `Each got a link, asked to join and was let in: ${Math.round(seconds)} s in all, ${(members / seconds).toFixed(1)} a second. ` +
      'Buyers tap in turn in two equal installations on one machine, one of which opens the place, so the machine’s load is the same for both and the ratio shows what the opening takes from the same functions and database.',
    table(
      ['', 'nothing is opened', 'the place is opened', 'ratio', 'aim'],
      [
        [
          'a tap, p95 ms',
          formatSpread(spreadOf(without), 1),
          formatSpread(spreadOf(during), 1),
          formatSpread(ratio, 2),
          judgeAim(ratio.median, { atMost: MOST_RATIO }),
        ],
        [`429 answers of ${calls} calls`, '', String(refused), '', judgeAim(refused, { atMost: 0 })],
      ],
    ),
  ].join('\n\n');
}
