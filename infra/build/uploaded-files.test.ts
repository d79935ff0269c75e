import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gcloudignore, removeStale, uploadedOf } from './uploaded-files';

it('uploads no file of an earlier build, like the catalog of a language that was dropped', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'uploaded-'));
  const files = ['index.cjs', 'locales/en/help.ftl'];
  for (const file of [...files, 'locales/xx/help.ftl', 'locales/en/gone.ftl']) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), '');
  }
  await writeFile(join(folder, '.gcloudignore'), gcloudignore(files));
  await removeStale(folder, files);
  expect(await uploadedOf(folder)).toEqual(files);
  await rm(folder, { recursive: true });
});
