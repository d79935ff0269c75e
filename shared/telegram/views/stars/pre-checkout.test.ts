import { LANGUAGES } from '../../../domain/common/language';
import { PRE_CHECKOUT_REFUSALS } from '../../../domain/stars/decide-pre-checkout';
import { refusalWords } from './pre-checkout';

/** As Telegram says of the description of an invoice, which is as long. */
const MOST = 255;

describe.each(LANGUAGES)('a refusal in %s', (language) => {
  const all = PRE_CHECKOUT_REFUSALS.map((refusal) => refusalWords(refusal, language));

  it('is a short plain sentence of its own', () => {
    expect(all.filter((words) => words.length > MOST || words.length < 30)).toEqual([]);
    expect(new Set(all).size).toBe(PRE_CHECKOUT_REFUSALS.length);
    expect(all.filter((words) => /[<>&{}$]/.test(words))).toEqual([]);
  });

  it('says that nothing was charged', () => {
    const nothing =
      /Nothing was charged|не списан|ничего не списано|[Nn]o se te cobró nada|Nada foi cobrado|wurde nichts abgebucht|هیچ مبلغی کسر نشد/;
    expect(all.filter((words) => !nothing.test(words))).toEqual([]);
  });
});
