import { readdirSync, statSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

const topOf = (file: string) => file.split('/', 1).join('');

/**
 * The text of a `.gcloudignore` that excludes everything but these files, and the folders that hold them. Without such a file,
 * gcloud uses its own list.
 */
export const gcloudignore = (files: readonly string[]): string =>
  ['/*', ...[...new Set(files.map(topOf))].map((name) => `!/${name}`), ''].join('\n');

/** The files of `name`, a file or a folder in `folder`. */
function filesOf(folder: string, name: string): string[] {
  if (!statSync(join(folder, name)).isDirectory()) return [name];
  return readdirSync(join(folder, name), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/** The names of the files in a built folder that a deploy uploads. */
export const uploadedOf = async (folder: string): Promise<string[]> => {
  const lines = (await readFile(join(folder, '.gcloudignore'), 'utf8')).split('\n');
  return lines.filter((line) => line.startsWith('!/')).flatMap((line) => filesOf(folder, line.slice(2)));
};

/** Removes the files of an earlier build from folders that would be uploaded whole. */
export async function removeStale(folder: string, files: readonly string[]): Promise<void> {
  const stale = (await uploadedOf(folder)).filter((file) => file.includes('/') && !files.includes(file));
  await Promise.all(stale.map(async (file) => rm(join(folder, file), { force: true })));
}
