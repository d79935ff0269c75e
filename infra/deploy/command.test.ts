import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { filledJson, gcloud, json, LOOKED_UP, shellLine } from './command';

/** Lets bash run the line. Its `gcloud list` prints `found`, and its `gcloud save` what it reads. */
function runShell(line: string, found: string): string {
  const script = `gcloud() { if [ "$1" = list ]; then printf %s "$FOUND"; else cat; fi; }\n${line}`;
  const { status, stdout, stderr } = spawnSync('bash', ['-c', script], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], FOUND: found },
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

const text = fc.string({ unit: fc.constantFrom(...Array.from(`ab'"\\$\`&|#{}[]\n %é`)), maxLength: 20 });
const line = fc
  .string({ unit: fc.constantFrom(...Array.from(`ab'"\\$\`&|#{}[] %é`)), minLength: 1, maxLength: 20 })
  .map((one) => `x${one}x`);

it('fills in what was looked up exactly as the printed shell line does', () => {
  fc.assert(
    fc.property(
      fc.array(text, { maxLength: 20 }),
      fc.array(line, { minLength: 1, maxLength: 20 }),
      (given, lines) => {
        const value = { given, list: [LOOKED_UP], nested: [{ one: LOOKED_UP }] };
        const found = lines.join('\n');
        const wanted = { given, list: lines, nested: [{ one: found }] };
        expect(JSON.parse(filledJson(value, `${found}\n`))).toEqual(wanted);
        const printed = shellLine('p', gcloud(['save'], json(value, gcloud(['list']))));
        expect(JSON.parse(runShell(printed, found))).toEqual(wanted);
      },
    ),
    // Each run starts two processes.
    { numRuns: 5 },
  );
});
