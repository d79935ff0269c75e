import { CATALOGS, entriesOf } from '../../../tests/support/catalogs';
import { saidIn } from '../../../tests/support/said-keys';

it('is a message that some sample says', () => {
  const said = new Set<string>(saidIn('en').map(({ key }) => key));
  const keys = CATALOGS.filter(({ language, room }) => language === 'en' && room !== 'profile').flatMap(
    ({ text }) => entriesOf(text).map(({ key }) => key),
  );
  expect(keys.filter((key) => !key.startsWith('-') && !said.has(key))).toEqual([]);
});
