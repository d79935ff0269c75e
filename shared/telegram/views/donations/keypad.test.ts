import fc from 'fast-check';
import { LANGUAGES, type Language } from '../../../domain/common/language';
import { foldTaps, KEYS } from '../../../domain/donations/keypad';
import type { Cents } from '../../../domain/common/ids';
import { callbackData } from '../../codec/callback-data';
import { wordingIn } from '../wording';
import { keypadKeyboard, NOTHING_CHOSEN } from './keypad';

const visible = (text: string) => text.replace(/\u00A0/g, ' ').replace(/[\u200E\u200F\u2068\u2069]/g, '');
const typed = (language: Language, entry: string) => visible(wordingIn(language).amounts.typedDollars(entry));

it.each([
  ['en', ['$0.00', '$12.', '$12.5', '$12.50', '$1,234.5']],
  ['ru', ['0,00 $', '12, $', '12,5 $', '12,50 $', '1 234,5 $']],
  ['es', ['0,00 $', '12, $', '12,5 $', '12,50 $', '1234,5 $']],
  ['pt-br', ['US$ 0,00', 'US$ 12,', 'US$ 12,5', 'US$ 12,50', 'US$ 1.234,5']],
  ['de', ['0,00 $', '12, $', '12,5 $', '12,50 $', '1.234,5 $']],
  ['fa', ['$ 0.00', '$ 12.', '$ 12.5', '$ 12.50', '$ 1,234.5']],
] as const satisfies readonly (readonly [Language, readonly string[]])[])(
  'shows what was typed so far as %s writes it',
  (language, shown) => {
    expect(['', '12.', '12.5', '12.50', '1234.5'].map((entry) => typed(language, entry))).toEqual(shown);
  },
);

const entries = fc.array(fc.constantFrom(...KEYS), { maxLength: 9 }).map((keys) => {
  const taps = Object.fromEntries(keys.map((key, index) => [String(index + 1), key]));
  return foldTaps(taps).entry;
});

it.each(LANGUAGES)('shows each digit and the sign of every entry in %s', (language) => {
  const { decimalSign } = wordingIn(language).amounts;
  fc.assert(
    fc.property(
      entries.filter((entry) => entry !== ''),
      (entry) => {
        const shown = typed(language, entry);
        const [whole = '', decimals] = entry.split('.');
        const digits = (text: string) => text.replace(/\D/g, '');
        expect(digits(shown)).toBe(whole + (decimals ?? ''));
        if (decimals !== undefined) expect(shown).toContain(`${whole.at(-1) ?? ''}${decimalSign}${decimals}`);
        // A complete amount looks as it does everywhere else.
        if (decimals?.length === 2)
          expect(shown).toBe(visible(wordingIn(language).usd(Number(whole + decimals) as Cents)));
      },
    ),
  );
});

it.each(LANGUAGES)('has a key with the decimal sign of %s that types a point', (language) => {
  const { inline_keyboard } = keypadKeyboard({ entry: '', choices: NOTHING_CHOSEN }, wordingIn(language));
  const label = wordingIn(language).amounts.decimalSign;
  const key = inline_keyboard.flat().find(({ text }) => text === label);
  expect(key).toMatchObject({ callback_data: callbackData.key('.') });
});
