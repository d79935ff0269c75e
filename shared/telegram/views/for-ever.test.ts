import { forEverSamplesOf } from '../../../tests/samples/for-ever';
import { FOR_EVER_DAYS } from '../../domain/common/for-ever';
import { LANGUAGES } from '../../domain/common/language';
import { viewOf } from './';

const samples = forEverSamplesOf({ title: 'Alpha', name: 'Gold', text: 'About' });

/** Digits of a million days, of their years and of the year in which they end, and the word for the catalogs. */
const UNWORDED =
  /1[.,\s\u00a0\u202f٬]?000[.,\s\u00a0\u202f٬]?000(?![\d,.])|4764|2739|33333|for_ever|forever/i;

it.each(LANGUAGES)('says for ever in words, and no number of days or year, in %s', (language) => {
  const said = samples
    .map((message) => viewOf(message, language))
    .flatMap(({ text, keyboard }) => [
      // Apps show the moment of a tag, so it counts as text.
      text.text,
      ...(keyboard?.inline_keyboard?.flat() ?? []).map((button) => button.text),
    ]);
  expect(said.filter((text) => UNWORDED.test(text))).toEqual([]);
  expect(said.join('\n')).not.toContain(String(FOR_EVER_DAYS));
});

it('says everything that has an end or a length in words that say for ever', () => {
  const silent = samples
    .map((message) => viewOf(message))
    .map(({ text, keyboard }) =>
      [text.text, ...(keyboard?.inline_keyboard?.flat() ?? []).map((button) => button.text)].join('\n'),
    )
    .filter((text) => !/for ever|lifetime|never ends/i.test(text));
  expect(silent).toEqual([]);
});
