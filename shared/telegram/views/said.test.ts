import { answersOf } from '../../../tests/samples/answers';
import { messagesIn, samplesOf } from '../../../tests/samples/messages';
import { CATALOGS, entriesOf } from '../../../tests/support/catalogs';
import { saidWhile } from '../../../tests/support/said-keys';
import type { Language } from '../../domain/common/language';
import { viewOf } from './';
import { wordsOf } from './answers';
import { salesChartWords } from './owner/lists/chart-words';
import { wordingIn } from './wording';

const plain = { title: 'Alpha Signals', name: 'Gold', text: 'The best of all' };

/** Everything that the bot can say in a language. */
const saidIn = (language: Language) =>
  saidWhile(() => {
    const wording = wordingIn(language);
    for (const message of messagesIn(samplesOf(plain))) viewOf(message, language);
    for (const answer of answersOf(plain)) wordsOf(answer, wording);
    salesChartWords([], wording);
  });

it('is a message that some sample says', () => {
  const said = new Set<string>(saidIn('en').map(({ key }) => key));
  const keys = CATALOGS.filter(({ language, room }) => language === 'en' && room !== 'profile').flatMap(
    ({ text }) => entriesOf(text).map(({ key }) => key),
  );
  expect(keys.filter((key) => !key.startsWith('-') && !said.has(key))).toEqual([]);
});
