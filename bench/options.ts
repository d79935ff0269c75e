import { resolve } from 'node:path';
import { readArguments, UsageError } from '../infra/arguments';

export const HELP = `Compares the functions with the bare framework, in one run on one machine. Uses only the loopback interface,
starts its own Postgres, and removes everything it created. Quote its ratios, not its milliseconds.

  npm run bench                  everything, under 10 minutes
  npm run bench -- --quick       fewer and shorter rounds, under two minutes
  npm run bench -- --only NAME   throughput (tap and ipn), tap, ipn, strangers, posts, start, or one of those that take long:
                                 scale (5 million orders beside 5 thousand, half an hour), drain (a million promises) and
                                 places (10,000 members let into a place that is added, 40 minutes), or pre-checkout (four minutes)
  npm run bench -- --only scale --orders NUMBER      so many orders instead of 5 million
  npm run bench -- --only drain --promises NUMBER    so many promises instead of a million
  npm run bench -- --only places --members NUMBER    so many members instead of 10,000
  npm run bench -- --only pre-checkout --queries NUMBER   so many queries instead of 10,000
  npm run bench -- --before DIST  also measures the functions in DIST, the dist/ of another checkout, in the same rounds (tap,
                                 ipn and start)
  npm run bench -- --write       also writes bench/results.md
  npm run bench -- --no-build    measures the current dist/
  npm run bench -- --help        this text
`;

export const PARTS = ['tap', 'ipn', 'strangers', 'posts', 'start'] as const;
/** Both parts that measure requests a second. */
const THROUGHPUT = 'throughput';
/** Parts that take long, so that they run only if they are named. */
const LONG_PARTS = ['scale', 'drain', 'places', 'pre-checkout'] as const;
export type Part = (typeof PARTS | typeof LONG_PARTS)[number];

export interface Options {
  readonly isHelp: boolean;
  readonly isWritten: boolean;
  readonly isBuilt: boolean;
  readonly parts: readonly Part[];
  readonly throughput: { readonly rounds: number; readonly seconds: number };
  readonly orders: number;
  readonly promises: number;
  readonly members: number;
  readonly queries: number;
  /** The `dist/` of another checkout, to compare with. */
  readonly before: string | undefined;
  readonly starts: { readonly rounds: number };
  /** A run that takes longer is stuck, and is ended. */
  readonly limitMs: number;
}

function numberIn(option: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new UsageError(`--${option} takes a number.`);
}

/** Throws `UsageError` if an option is unknown or `--only` names no part. */
export function parseOptions(args: readonly string[]): Options {
  const { values } = readArguments(
    {
      quick: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      'no-build': { type: 'boolean', default: false },
      only: { type: 'string' },
      orders: { type: 'string' },
      promises: { type: 'string' },
      members: { type: 'string' },
      queries: { type: 'string' },
      before: { type: 'string' },
    },
    { args },
  );
  const { only, quick: isQuick } = values;
  const all = [...PARTS, ...LONG_PARTS];
  const chosen: readonly string[] =
    only === undefined ? PARTS : only === THROUGHPUT ? ['tap', 'ipn'] : [only];
  const parts = all.filter((part) => chosen.includes(part));
  if (parts.length === 0) throw new UsageError(`--only takes one of ${[THROUGHPUT, ...all].join(', ')}.`);
  const isLong = LONG_PARTS.some((part) => part === only);
  return {
    isHelp: values.help === true,
    isWritten: values.write,
    isBuilt: values['no-build'],
    parts,
    throughput: isQuick ? { rounds: 2, seconds: 2 } : { rounds: 5, seconds: 4 },
    starts: { rounds: isQuick ? 3 : 9 },
    orders: numberIn('orders', values.orders, isQuick ? 200_000 : 5_000_000),
    members: numberIn('members', values.members, isQuick ? 600 : 10_000),
    queries: numberIn('queries', values.queries, isQuick ? 1_000 : 10_000),
    before: values.before === undefined ? undefined : resolve(values.before),
    promises: numberIn('promises', values.promises, isQuick ? 20_000 : 1_000_000),
    limitMs: (isLong ? 90 : isQuick ? 4 : 15) * 60_000,
  };
}
