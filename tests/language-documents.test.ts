import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES } from '../shared/domain/common/language';
import { LANGUAGE_TRAITS } from '../shared/telegram/views/languages';

const ROOT = join(__dirname, '..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

it('names every language that is switched on in the changelog', () => {
  const english = new Intl.DisplayNames('en', { type: 'language' });
  const names = LANGUAGES.map((language) =>
    english.of(LANGUAGE_TRAITS[language].locale.split('-u-')[0] ?? ''),
  );
  const said = read('CHANGELOG.md').match(/The bot speaks ([^.]+)\./)?.[1] ?? '';
  expect(
    names.map((name) => name?.replace('American ', '')).filter((name) => !said.includes(String(name))),
  ).toEqual([]);
});

it('copies an existing catalog to a folder that is not there yet', () => {
  const [, from = '', to = ''] = read('docs/translating.md').match(/`cp -r (\S+) (\S+)`/) ?? [];
  expect(existsSync(join(ROOT, from))).toBe(true);
  expect(existsSync(join(ROOT, to))).toBe(false);
});

it('sends readers of the README to the catalogs', () => {
  const row = read('README.md')
    .split('\n')
    .find((line) => line.includes('every sentence the bot says'));
  expect(row).toContain('`shared/telegram/locales/`');
});
