import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format } from 'prettier';
import { measureCheckout } from './checkout/measure-checkout';
import { checkoutReport } from './checkout/report-checkout';
import { measureColdStarts } from './measure-cold-start';
import { measurePosts } from './measure-posts';
import { measureStrangers } from './measure-strangers';
import { measureThroughput } from './measure-throughput';
import { HELP, parseOptions, type Options } from './options';
import { measurePlaces } from './places/measure-places';
import { placesReport } from './places/report-places';
import { coldStartReport, machineLine, missedReport, throughputReport } from './report';
import { postsReport } from './report-posts';
import { strangersReport } from './report-strangers';
import { finishedPayment, keypadTap } from './scenarios';
import { measureDrain } from './scale/measure-drain';
import { measureScale } from './scale/measure-scale';
import { drainReport, scaleReport } from './scale/report-scale';
import { makeSurroundings, type Closers } from './surroundings';

const RESULTS = join(__dirname, 'results.md');
const say = (line: string) => process.stderr.write(`${line}\n`);

/** Yields the parts of the report, each as soon as it is measured. */
async function* measure(options: Options, closers: Closers): AsyncGenerator<string> {
  const around = await makeSurroundings(closers, options);
  yield machineLine(around.postgresVersion, new Date());
  const scenarios = { tap: keypadTap, ipn: finishedPayment };
  for (const part of options.parts) {
    if (part === 'start') {
      yield coldStartReport(
        await measureColdStarts(around, { ...options.starts, before: options.before, onRound: say }),
      );
    } else if (part === 'posts') {
      const { rounds, seconds } = options.throughput;
      yield postsReport(await measurePosts(around, closers, { rounds, seconds: 2 * seconds, onRound: say }));
    } else if (part === 'strangers') {
      yield strangersReport(await measureStrangers(around, { ...options.throughput, onRound: say }));
    } else if (part === 'scale') {
      const sizes = [Math.min(5_000, Math.ceil(options.orders / 10)), options.orders] as const;
      const { rounds } = options.throughput;
      yield scaleReport(
        await measureScale(around, closers, { sizes, rounds, each: 100, onRound: say }),
        sizes,
      );
    } else if (part === 'places') {
      const { members } = options;
      yield placesReport(await measurePlaces(around, closers, { members, onRound: say }));
    } else if (part === 'pre-checkout') {
      const { queries, starts } = options;
      yield checkoutReport(await measureCheckout(around, { queries, starts: starts.rounds, onRound: say }));
    } else if (part === 'drain') {
      yield drainReport(await measureDrain(around, closers, { promises: options.promises, onRound: say }));
    } else {
      const scenario = scenarios[part](around);
      yield throughputReport(
        scenario,
        await measureThroughput(scenario, around, {
          ...options.throughput,
          before: options.before,
          onRound: say,
        }),
      );
    }
  }
}

async function print(options: Options, closers: Closers): Promise<void> {
  const { throughput, starts } = options;
  const pieces = [
    '# Results of `npm run bench`',
    `Medians of ${throughput.rounds} alternating rounds of ${throughput.seconds} s (cold start: ${starts.rounds} rounds), ` +
      'with min–max. Ratios are computed round by round.',
  ];
  for await (const piece of measure(options, closers)) {
    process.stdout.write(`\n${piece}\n`);
    pieces.push(piece);
  }
  const missed = missedReport(pieces);
  process.stdout.write(`\n${missed}\n`);
  pieces.push(missed);
  if (options.isWritten) await writeFile(RESULTS, await format(pieces.join('\n\n'), { parser: 'markdown' }));
}

/** Rejects if the run is interrupted or takes too long, so that `main` can close everything in order. */
function interrupted(limitMs: number): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`Not finished after ${limitMs / 60_000} minutes.`)), limitMs).unref();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => reject(new Error(`Ended by ${signal}.`)));
    }
  });
}

async function main(): Promise<void> {
  const options = parseOptions(process.argv.slice(2));
  if (options.isHelp) return void process.stdout.write(HELP);
  const closers: Closers = [];
  try {
    await Promise.race([print(options, closers), interrupted(options.limitMs)]);
  } finally {
    for (const close of closers.reverse()) await close();
  }
}

main().then(
  () => process.exit(),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
