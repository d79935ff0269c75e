import type { Cents } from '../../domain/common/ids';
import { DEFAULT_LANGUAGE, type Language } from '../../domain/common/language';
import { addDecimals, currencyLabel, formatUsd } from '../../domain/common/money';
import { ASSUMED_LEAST_CENTS, wholeDollarsUp } from '../../domain/payments/invoices/minimums';
import { Catalog, type CatalogValues, type ReadRoom, type WordingKey } from '../catalog';
import { readCatalog } from '../read-catalog';
import { escapeHtml, Html, isolateBidi } from './html';
import { LANGUAGE_TRAITS } from './languages';

/** What fills a message with markup. Text is escaped; `Html` stays as it is. */
type HtmlValues = Readonly<Record<string, string | number | Html>>;

/** A decimal that `Intl` formats digit by digit, without making it a floating-point number. */
const exact = (decimal: string) => decimal as Intl.StringNumericLiteral;

const mapValues = <From, To>(values: Readonly<Record<string, From>>, change: (value: From) => To) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]));

/** What the bot says, in one language. */
export class Wording {
  readonly language: Language;
  readonly #catalog: Catalog;
  readonly #formats = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

  constructor(language: Language, readRoom: ReadRoom) {
    this.language = language;
    this.#catalog = new Catalog(LANGUAGE_TRAITS[language].locale, readRoom);
  }

  /**
   * A message with Telegram's HTML. A line break in the catalog is a line break in the message. Text among the values is
   * escaped. Throws if English has no such message.
   */
  html(key: WordingKey, values: HtmlValues = {}): Html {
    const filled = mapValues(values, (value) => {
      if (typeof value === 'number') return value;
      return this.#isolate(value instanceof Html ? value.text : escapeHtml(value));
    });
    return new Html(this.#format(key, filled));
  }

  /** A message without markup: a button, a toast or an alert. Throws as `html` does. */
  text(key: WordingKey, values: CatalogValues = {}): string {
    return this.#format(
      key,
      mapValues(values, (value) => (typeof value === 'number' ? value : this.#isolate(value))),
    );
  }

  /** `$1,234.50`: dollars to the cent. */
  usd(cents: Cents): string {
    return this.#isEnglish ? formatUsd(cents) : this.#dollars(cents, 2);
  }

  /** `$12` for whole dollars, `$12.50` otherwise. */
  shortUsd(cents: Cents): string {
    if (cents % 100 !== 0) return this.usd(cents);
    return this.#isEnglish ? formatUsd(cents).replace(/\.00$/, '') : this.#dollars(cents, 0);
  }

  /** `$12`: the least amount that can be paid, rounded up as it is offered. `$4.99` before it is known (`null`). */
  least(leastCents: Cents | null): string {
    return leastCents === null ? this.usd(ASSUMED_LEAST_CENTS) : this.shortUsd(wholeDollarsUp(leastCents));
  }

  /**
   * `0.00076967 ETH`: every digit of an amount of coin. Thousands are not grouped, because `1.500` is read as one and a half
   * in one country and as fifteen hundred in another.
   */
  crypto(decimal: string, currency: string): string {
    const digits = addDecimals(decimal, '0');
    return `${this.#isEnglish ? digits : this.#digits(digits)} ${currencyLabel(currency)}`;
  }

  /** Days as in a price list: `7 days`, `1 month` (30), `2 years` (365 each). */
  days(days: number): string {
    if (days > 0 && days % 365 === 0) return this.text('common-years', { count: days / 365 });
    if (days > 0 && days % 30 === 0) return this.text('common-months', { count: days / 30 });
    return this.text('common-days', { count: days });
  }

  /** A moment, given in epoch milliseconds. */
  time(epochMs: number): Html {
    return new Html(escapeHtml(this.#moment(epochMs)));
  }

  get #isEnglish(): boolean {
    return this.language === DEFAULT_LANGUAGE;
  }

  #format(key: WordingKey, values: CatalogValues): string {
    const text = this.#catalog.format(key, values);
    if (text !== undefined) return text;
    if (this.#isEnglish) throw new Error(`there is no message ${key}`);
    return wordingIn(DEFAULT_LANGUAGE).#format(key, values);
  }

  /** From left to right, names and amounts keep their order beside right-to-left words only if they are isolated. */
  #isolate(text: string): string {
    if (/^\u2068.*\u2069$/s.test(text)) return text;
    return LANGUAGE_TRAITS[this.language].isRightToLeft ? `\u2068${text}\u2069` : isolateBidi(text);
  }

  /** Making a formatter takes far longer than using it. */
  #cached<Format extends Intl.NumberFormat | Intl.DateTimeFormat>(
    name: string,
    make: (locale: string) => Format,
  ): Format {
    const known = this.#formats.get(name);
    if (known !== undefined) return known as Format;
    const made = make(LANGUAGE_TRAITS[this.language].locale);
    this.#formats.set(name, made);
    return made;
  }

  #dollars(cents: Cents, decimals: 0 | 2): string {
    const format = this.#cached(`usd${decimals}`, (locale) => {
      const style = { style: 'currency', currency: 'USD', currencyDisplay: 'narrowSymbol' } as const;
      return new Intl.NumberFormat(locale, {
        ...style,
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
      });
    });
    return format.format(exact(formatUsd(cents).replace(/[$,]/g, '')));
  }

  #digits(decimal: string): string {
    const format = this.#cached(
      'digits',
      (locale) => new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 18 }),
    );
    return format.format(exact(decimal));
  }

  #moment(epochMs: number): string {
    const format = this.#cached(
      'moment',
      (locale) =>
        new Intl.DateTimeFormat(locale, {
          year: 'numeric',
          month: 'long',
          day: 'numeric',
          hour: '2-digit',
          minute: '2-digit',
          hourCycle: 'h23',
          timeZone: 'UTC',
          timeZoneName: 'short',
        }),
    );
    return format.format(epochMs);
  }
}

const wordings = new Map<Language, Wording>();

/** The wording in a language. Cheap: its catalogs are read once, when their first message is needed. */
export function wordingIn(language: Language): Wording {
  const known = wordings.get(language);
  if (known !== undefined) return known;
  const made = new Wording(language, (room) => readCatalog(language, room));
  wordings.set(language, made);
  return made;
}

/** The words of an answer that has no values. */
export const says =
  (key: WordingKey) =>
  (_answer: unknown, wording: Wording): string =>
    wording.text(key);
