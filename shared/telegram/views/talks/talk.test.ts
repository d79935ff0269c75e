import { viewOf } from '..';
import { LANGUAGES } from '../../../domain/common/language';
import type { Cents, OrderReference } from '../../../domain/common/ids';
import type { MyOrder } from '../../../domain/messages/offer';
import { wordsOf } from '../answers';
import { wordingIn } from '../wording';

const refused = (seconds: number, language: (typeof LANGUAGES)[number] = 'en') =>
  wordsOf({ answer: 'talk_refused', title: 'Signals', reason: 'too_often', seconds }, wordingIn(language));

it.each([
  [1, '1 minute.'],
  [3_600, '60 minutes.'],
  [3_601, '2 hours.'],
  [83_100, '24 hours.'],
])('says how long %i seconds are, in hours above one hour', (seconds, wait) => {
  expect(refused(seconds).endsWith(`Try again in ${wait}`)).toBe(true);
  for (const language of LANGUAGES) expect(Array.from(refused(seconds, language)).length).toBeLessThan(201);
});
