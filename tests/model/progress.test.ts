import { startProgress } from './progress';

let now = 0;
const lines: string[] = [];
const progress = startProgress({ total: 6000, now: () => now, write: (line) => lines.push(line) });

it('reports progress every ten seconds, then the total', () => {
  for (const [at, count] of [
    [4_000, 20],
    [11_000, 60],
    [12_000, 70],
    [25_000, 140],
  ] as const) {
    now = at;
    progress.reached(count);
  }
  now = 3_600_000;
  progress.ended(6012);
  expect(lines).toEqual([
    '60 of 6000 sequences in 11 s',
    '140 of 6000 sequences in 25 s',
    '6012 sequences held in 3600 s',
  ]);
});
