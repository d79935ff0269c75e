import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { makeTemporaryFolder } from '../../playground/temporary-folder';
import { COMPOSE_FOLDER } from './compose-file';

export const NEW_ENV = join(COMPOSE_FOLDER, 'new-env.sh');

/** What an operator types. */
export const TYPED = [
  '8100200300:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw',
  '@MyBot',
  'api-key',
  'ipn-secret-0123456789',
  '42',
  'me@example.com',
  'pass$word',
];

/** Runs the script with these lines typed. `written` is undefined if it wrote no file. */
export function newEnv(typed: readonly string[] = TYPED) {
  const folder = makeTemporaryFolder('new-env');
  const file = join(folder, '.env');
  const { status, stdout, stderr } = spawnSync('sh', [NEW_ENV, 'bot.example.com', file], {
    input: typed.map((line) => `${line}\n`).join(''),
    encoding: 'utf8',
  });
  const written = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  rmSync(folder, { recursive: true });
  return { status, told: stdout + stderr, written };
}

/** The variables of a new installation. */
export const newVariables = () => parseEnv(newEnv().written ?? '') as Record<string, string>;
