import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The files of `folder` that its .gcloudignore lets gcloud upload. Understands only our two forms, `/*` (ignore everything)
 * and `!/name` (except this file, or this folder with all that is in it), and throws for any other. Does not need gcloud.
 */
export function uploadedFrom(folder: string): string[] {
  const lines = readFileSync(join(folder, '.gcloudignore'), 'utf8').split('\n');
  const [nothing, ...but] = lines.filter((line) => line !== '');
  const files = but.map((line) => /^!\/([\w.-]+)$/.exec(line)?.[1]);
  if (nothing !== '/*' || files.includes(undefined))
    throw new Error(`${folder}/.gcloudignore has a form that only gcloud understands`);
  return files
    .map(String)
    .filter((file) => existsSync(join(folder, file)))
    .flatMap((file) => (statSync(join(folder, file)).isDirectory() ? filesIn(folder, file) : [file]));
}

const filesIn = (folder: string, name: string): string[] =>
  readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' })
    .map((file) => join(name, file))
    .filter((file) => statSync(join(folder, file)).isFile());

/** The files that gcloud itself would upload; `undefined` if it is not installed. It only reads the folder. */
export function uploadedByGcloud(folder: string, configFolder: string): string[] | undefined {
  const CLOUDSDK = { CLOUDSDK_CONFIG: configFolder, CLOUDSDK_CORE_DISABLE_USAGE_REPORTING: 'true' };
  try {
    const output = execFileSync('gcloud', ['meta', 'list-files-for-upload', folder], {
      encoding: 'utf8',
      env: { ...process.env, ...CLOUDSDK },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return output.split('\n').filter((line) => line !== '');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
