import { LANGUAGES } from '../../domain/common/language';
import { viewOf } from './index';
import { PERSONAL_TOPICS, personalDataInWords } from './privacy';
import { wordingIn } from './wording';

it.each(LANGUAGES)('says in %s of everything stored why, for how long and who sees it', (language) => {
  const { text } = viewOf({ type: 'privacy' }, language).text;
  for (const topic of PERSONAL_TOPICS)
    for (const part of Object.values(personalDataInWords(topic, wordingIn(language))))
      expect(text).toContain(part.text);
});

it('is named in the terms', () => {
  expect(viewOf({ type: 'terms' }).text.text).toContain('/privacy');
});
