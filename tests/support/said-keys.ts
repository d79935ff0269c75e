import type { WordingKey } from '../../shared/telegram/catalog';
import type { Html } from '../../shared/telegram/views/html';
import type { Language } from '../../shared/domain/common/language';
import { PRE_CHECKOUT_REFUSALS } from '../../shared/domain/stars/decide-pre-checkout';
import { viewOf } from '../../shared/telegram/views';
import { wordsOf } from '../../shared/telegram/views/answers';
import { refusalWords } from '../../shared/telegram/views/stars/pre-checkout';
import { salesChartWords } from '../../shared/telegram/views/owner/lists/chart-words';
import { Wording, wordingIn } from '../../shared/telegram/views/wording';
import { answersOf } from '../samples/answers';
import { messagesIn, samplesOf } from '../samples/messages';

/** A message that was said: its key, what it became, and whether with markup. */
interface Said {
  readonly key: WordingKey;
  readonly text: string;
  readonly isPlain: boolean;
}

/** Everything that is said while `speak` runs. */
function saidWhile(speak: () => void): readonly Said[] {
  const { prototype } = Wording;
  const plain = jest.spyOn(prototype, 'text');
  const marked = jest.spyOn(prototype, 'html');
  speak();
  const said = [
    ...plain.mock.calls.map(([key], at) => ({
      key,
      text: String(plain.mock.results[at]?.value),
      isPlain: true,
    })),
    ...marked.mock.calls.map(([key], at) => ({
      key,
      text: (marked.mock.results[at]?.value as Html).text,
      isPlain: false,
    })),
  ];
  plain.mockRestore();
  marked.mockRestore();
  return said;
}

/** Everything that the samples say in a language. */
export const saidIn = (language: Language): readonly Said[] =>
  saidWhile(() => {
    const writing = { title: 'Alpha Signals', name: 'Gold', text: 'The best of all' };
    const wording = wordingIn(language);
    for (const message of messagesIn(samplesOf(writing))) viewOf(message, language);
    for (const answer of answersOf(writing)) wordsOf(answer, wording);
    salesChartWords([], wording);
    for (const refusal of PRE_CHECKOUT_REFUSALS) refusalWords(refusal, language);
  });
