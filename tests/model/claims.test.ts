/** @project unit */
import { viewOf } from '../../shared/telegram/views';
import { messagesIn, samplesOf } from '../samples/messages';
import { CLAIMS, claimsIn } from './check-figures';

const samples = messagesIn(samplesOf({ title: 'Alpha', name: 'Month', text: 'Thank you' })).map((message) => {
  const { text, keyboard } = viewOf(message);
  const buttons = (keyboard?.inline_keyboard ?? [])
    .flat()
    .map((button) => ({ text: button.text, opens: '' }));
  return { chatId: 1, text: text.text.replace(/<[^>]*>/g, ''), buttons };
});

it.each(CLAIMS.map(([what]) => [what]))('finds the amount that a %s names in what people read', (what) => {
  const found = samples.flatMap(claimsIn).filter((claim) => claim.what === what);
  expect(found.filter(({ cents }) => cents > 0)).not.toEqual([]);
});
