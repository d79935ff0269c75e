import { percentile, type PostRounds, type Waited } from './measure-posts';
import { table } from './report';
import { formatSpread, judgeAim, pairedRatios, spreadOf } from './statistics';

const MOST_SLOWED = 1.2;

const SHARES = [0.5, 0.95] as const;
const WORDS: Readonly<Record<keyof Waited, string>> = {
  taps: 'a tap on a keypad',
  messages: 'a command, until the worker answers it',
};

/** How much longer buyers wait while the posts are sent. */
export function postsReport({ before, during, postsPerSecond, refusals429 }: PostRounds): string {
  const rows = (Object.keys(WORDS) as (keyof Waited)[]).flatMap((what) =>
    SHARES.map((share) => {
      const of = (rounds: readonly Waited[]) => rounds.map((round) => percentile(round[what], share));
      const ratio = pairedRatios(of(during), of(before));
      return [
        `${WORDS[what]}, p${share * 100}`,
        formatSpread(spreadOf(of(before)), 1),
        formatSpread(spreadOf(of(during)), 1),
        formatSpread(ratio, 2),
        share === 0.95 ? judgeAim(ratio.median, { atMost: MOST_SLOWED }) : '',
      ];
    }),
  );
  return [
    '## Posts of 2,000 channels',
    `How long a buyer waits, in ms, before and while the posts are sent at ${formatSpread(spreadOf(postsPerSecond), 1)} a second. ` +
      `Telegram's real limits apply and refused ${refusals429} calls.`,
    table(['', 'before', 'during', 'ratio', 'aim'], rows),
  ].join('\n\n');
}
