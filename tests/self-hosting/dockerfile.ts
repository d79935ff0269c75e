import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FILE = join(__dirname, '../../Dockerfile');

interface Instruction {
  readonly name: string;
  readonly value: string;
}

/** The instructions of the Dockerfile's last stage, which is the image, or of the stages before it. */
export function instructionsOf(stage: 'build' | 'image'): readonly Instruction[] {
  const lines = readFileSync(FILE, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const instructions = lines.map((line) => {
    const [, name = '', value = ''] = /^([A-Z]+)\s+(.+)$/.exec(line) ?? [];
    if (name === '') throw new Error(`not an instruction on one line: ${line}`);
    return { name, value };
  });
  const last = instructions.findLastIndex(({ name }) => name === 'FROM');
  return stage === 'image' ? instructions.slice(last) : instructions.slice(0, last);
}

/** The values of one instruction in a stage. */
export const valuesOf = (stage: 'build' | 'image', wanted: string): readonly string[] =>
  instructionsOf(stage)
    .filter(({ name }) => name === wanted)
    .map(({ value }) => value);

/** The variables that the image sets. */
export const imageEnvironment = (): Record<string, string> =>
  Object.fromEntries(
    valuesOf('image', 'ENV')
      .flatMap((value) => value.split(' '))
      .map((pair) => pair.split('=', 2) as [string, string]),
  );

/** The program and its arguments in the exec form of an instruction, which gets signals itself. */
export function execForm(value: string): readonly [program: string, ...args: string[]] {
  return JSON.parse(value.slice(value.indexOf('['))) as [string, ...string[]];
}
