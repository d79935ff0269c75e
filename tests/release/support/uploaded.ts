import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What of `folder` its .gcloudignore lets go up, sorted. Knows the two forms that ours is written in (`/*`: nothing; `!/name`:
 * but this) and throws at any other, so it needs no gcloud.
 */
export function uploadedFrom(folder: string): string[] {
  const lines = readFileSync(join(folder, '.gcloudignore'), 'utf8').split('\n');
  const [nothing, ...but] = lines.filter((line) => line !== '');
  const files = but.map((line) => /^!\/([\w-][\w.-]*)$/.exec(line)?.[1]);
  if (nothing !== '/*' || files.includes(undefined))
    throw new Error(`${folder}/.gcloudignore is written in a form that only gcloud knows`);
  return files.map(String).filter((file) => existsSync(join(folder, file)));
}

/** The same by gcloud's own word; `undefined` where there is none. Asks nobody: it only reads the folder. */
export function uploadedByGcloud(folder: string, configFolder: string): string[] | undefined {
  const CLOUDSDK = { CLOUDSDK_CONFIG: configFolder, CLOUDSDK_CORE_DISABLE_USAGE_REPORTING: 'true' };
  try {
    const said = execFileSync('gcloud', ['meta', 'list-files-for-upload', folder], {
      encoding: 'utf8',
      env: { ...process.env, ...CLOUDSDK },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return said.split('\n').filter((line) => line !== '');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
