import { join } from 'node:path';
import { runProgram, type ProgramOptions, type RunningProgram } from './run-program';

const ROOT = join(__dirname, '..');
const FRAMEWORK = join(ROOT, 'node_modules/@google-cloud/functions-framework/build/src/main.js');

/** A function in its own process, served by the real framework, as in a deployment on Google. */
export type RunningFunction = RunningProgram;

type FunctionOptions = Omit<ProgramOptions, 'name' | 'program'> & {
  readonly target: string;
  readonly folder: string;
};

/** Starts a function in its own process, served by the real framework, as in a deployment on Google. */
export function runFunction({ target, folder, ...options }: FunctionOptions): Promise<RunningProgram> {
  const source = join(ROOT, 'dist', folder);
  const program = [FRAMEWORK, `--source=${source}`, `--target=${target}`, `--port=${options.port}`];
  return runProgram({ name: target, program, ...options });
}

type HostOptions = Omit<ProgramOptions, 'name' | 'program'> & {
  /** The folder that holds the built host. Default: this checkout's. */
  readonly folder?: string;
};

/** Starts the plain host, which serves all functions in one process. */
export function runHost({
  folder = join(ROOT, 'dist/host'),
  environment,
  ...options
}: HostOptions): Promise<RunningProgram> {
  return runProgram({
    name: 'host',
    program: [join(folder, 'index.cjs')],
    environment: { ...environment, PORT: String(options.port) },
    ...options,
  });
}
