import { readArguments, UsageError } from '../infra/arguments';

export const HELP = `Compares the functions with the bare framework, in one run on one machine. Uses only the loopback interface,
starts its own Postgres, and removes everything it created. Quote its ratios, not its milliseconds.

  npm run bench                  everything, under 10 minutes
  npm run bench -- --quick       fewer and shorter rounds, under two minutes
  npm run bench -- --only NAME   throughput (tap and ipn), tap, ipn, strangers, posts or start
  npm run bench -- --write       also writes bench/results.md
  npm run bench -- --no-build    measures the current dist/
  npm run bench -- --help        this text
`;

export const PARTS = ['tap', 'ipn', 'strangers', 'posts', 'start'] as const;
/** Both parts that measure requests a second. */
const THROUGHPUT = 'throughput';
export type Part = (typeof PARTS)[number];

export interface Options {
  readonly isHelp: boolean;
  readonly isWritten: boolean;
  readonly isBuilt: boolean;
  readonly parts: readonly Part[];
  readonly throughput: { readonly rounds: number; readonly seconds: number };
  readonly starts: { readonly rounds: number };
  /** A run that takes longer is stuck, and is ended. */
  readonly limitMs: number;
}

/** Throws `UsageError` if an option is unknown or `--only` names no part. */
export function parseOptions(args: readonly string[]): Options {
  const { values } = readArguments(
    {
      quick: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      'no-build': { type: 'boolean', default: false },
      only: { type: 'string' },
    },
    { args },
  );
  const { only, quick: isQuick } = values;
  const chosen: readonly string[] =
    only === undefined ? PARTS : only === THROUGHPUT ? ['tap', 'ipn'] : [only];
  const parts = PARTS.filter((part) => chosen.includes(part));
  if (parts.length === 0) throw new UsageError(`--only takes one of ${[THROUGHPUT, ...PARTS].join(', ')}.`);
  return {
    isHelp: values.help === true,
    isWritten: values.write,
    isBuilt: values['no-build'],
    parts,
    throughput: isQuick ? { rounds: 2, seconds: 2 } : { rounds: 5, seconds: 4 },
    starts: { rounds: isQuick ? 3 : 9 },
    limitMs: (isQuick ? 4 : 15) * 60_000,
  };
}
