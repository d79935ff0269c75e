import { cpus, loadavg } from 'node:os';
import type { ColdStart } from './measure-cold-start';
import { CONNECTIONS, type Contender, type Sample, type Samples } from './measure-throughput';
import type { Scenario } from './scenarios';
import { formatSpread, judgeAim, median, pairedRatios, spreadOf } from './statistics';

const AIMS = {
  functionOfFloor: 0.8,
  hostOfPlainFloor: 0.6,
  functionOfBefore: 0.97,
  startOfBefore: 1.03,
  startOfBare: 1.25,
  hostStartOfBare: 1,
  extraMb: 40,
  hostMb: 110,
} as const;

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

/** A Markdown table with aligned columns, so that it also reads well as plain text. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((name, column) =>
    Math.max(name.length, ...rows.map((cells) => (cells[column] ?? '').length)),
  );
  const padded = (cells: readonly string[]) =>
    row(cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)));
  return [padded(head), row(widths.map((width) => '-'.repeat(width))), ...rows.map(padded)].join('\n');
}

/** The date and the machine, because numbers mean nothing without them. */
export function machineLine(postgresVersion: string, now: Date): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown CPU';
  const load = loadavg()
    .map((value) => value.toFixed(1))
    .join(' ');
  return `${now.toISOString().slice(0, 10)} · Node ${process.version} · ${cpus().length} × ${model} · Postgres ${postgresVersion}, fsync on · load ${load}`;
}

const column = (samples: readonly Sample[], name: keyof Sample) => samples.map((sample) => sample[name]);

function ratioOf(samples: Samples, [above, below]: readonly [Contender, Contender], name: keyof Sample) {
  return pairedRatios(column(samples[above], name), column(samples[below], name));
}

export function throughputReport({ title, floorMeans, target }: Scenario, samples: Samples): string {
  const means: Readonly<Record<Contender, string>> = {
    floor: `framework + ${floorMeans}`,
    function: `\`${target}\` as deployed`,
    before: `\`${target}\` of the checkout before`,
    plainFloor: `\`node:http\` + ${floorMeans}`,
    plainHost: `\`${target}\` on the plain host`,
  };
  const measured = (Object.keys(means) as Contender[]).filter((name) => samples[name].length > 0);
  const rows = measured.map((name) => [
    means[name],
    formatSpread(spreadOf(column(samples[name], 'requestsPerSecond'))),
    formatSpread(spreadOf(column(samples[name], 'p50Ms'))),
    formatSpread(spreadOf(column(samples[name], 'p99Ms'))),
    formatSpread(spreadOf(column(samples[name], 'cpuMicrosPerRequest'))),
  ]);
  const ratioRow = (name: string, of: readonly [Contender, Contender], atLeast: number) => {
    const ratio = ratioOf(samples, of, 'requestsPerSecond');
    return [name, formatSpread(ratio, 2), judgeAim(ratio.median, { atLeast })];
  };
  const cpuRow = (name: string, of: readonly [Contender, Contender]) => [
    name,
    formatSpread(ratioOf(samples, of, 'cpuMicrosPerRequest'), 2),
    '',
  ];
  const ratios = [
    ratioRow('function / its floor, requests/s', ['function', 'floor'], AIMS.functionOfFloor),
    cpuRow('floor / function, CPU', ['floor', 'function']),
    ratioRow('plain host / plain floor, requests/s', ['plainHost', 'plainFloor'], AIMS.hostOfPlainFloor),
    cpuRow('plain floor / plain host, CPU', ['plainFloor', 'plainHost']),
    ...(samples.before.length === 0
      ? []
      : [
          ratioRow('function / before, requests/s', ['function', 'before'], AIMS.functionOfBefore),
          cpuRow('function / before, CPU', ['function', 'before']),
        ]),
  ];
  return [
    `## ${title}, ${CONNECTIONS} connections`,
    table(['server', 'requests/s', 'p50 ms', 'p99 ms', 'CPU µs/request'], rows),
    table(['ratio', 'median (min–max)', 'aim'], ratios),
  ].join('\n\n');
}

export function coldStartReport(starts: readonly ColdStart[]): string {
  const [bare] = starts;
  if (bare === undefined) throw new Error('nothing was started');
  const rows = starts.map(({ starter, ms, cpuMs, residentMb }) => {
    const ratio = pairedRatios(ms, bare.ms);
    const extraMb = median(residentMb) - median(bare.residentMb);
    const isBare = starter === bare.starter;
    const isHost = starter.name === 'host';
    const startAim = { atMost: isHost ? AIMS.hostStartOfBare : AIMS.startOfBare };
    const mb = isHost
      ? judgeAim(median(residentMb), { atMost: AIMS.hostMb })
      : `${extraMb.toFixed(0)} above bare, ${judgeAim(extraMb, { atMost: AIMS.extraMb })}`;
    return [
      starter.name,
      formatSpread(spreadOf(ms)),
      isBare ? '' : formatSpread(ratio, 2),
      isBare ? '' : judgeAim(ratio.median, startAim),
      formatSpread(spreadOf(cpuMs)),
      isBare ? '' : formatSpread(pairedRatios(cpuMs, bare.cpuMs), 2),
      formatSpread(spreadOf(residentMb)),
      isBare ? '' : mb,
    ];
  });
  const compared = starts.flatMap(({ starter, ms, cpuMs, before }) => {
    if (before === undefined) return [];
    const [time, cpu] = [pairedRatios(ms, before.ms), pairedRatios(cpuMs, before.cpuMs)];
    return [
      [
        starter.name,
        formatSpread(time, 2),
        judgeAim(time.median, { atMost: AIMS.startOfBefore }),
        formatSpread(cpu, 2),
      ],
    ];
  });
  const proves = starts.map(({ starter }) => `- ${starter.name}: ${starter.means}`);
  return [
    '## Cold start: spawn to first 200',
    table(['server', 'ms', '× bare', 'aim', 'CPU ms', '× bare', 'resident MB', 'aim'], rows),
    ...(compared.length === 0 ? [] : [table(['server', 'ms × before', 'aim', 'CPU × before'], compared)]),
    `The first 200 is:\n\n${proves.join('\n')}`,
  ].join('\n\n');
}

/** The aims that a report misses, one line each. */
export function missedReport(pieces: readonly string[]): string {
  const missed = pieces.flatMap((piece) => {
    const heading = /^## (.*)$/m.exec(piece)?.[1] ?? '';
    const rows = piece.split('\n').filter((line) => line.includes('missed by'));
    return rows.map((line) => {
      const cells = line.split('|').map((cell) => cell.trim());
      return `- ${heading}: ${cells[1] ?? ''}, ${cells.find((cell) => cell.includes('missed by')) ?? ''}`;
    });
  });
  const lines = missed.length === 0 ? 'Every aim is met.' : missed.join('\n');
  return `## Missed aims\n\n${lines}`;
}
