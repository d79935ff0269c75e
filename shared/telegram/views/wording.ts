import type { Cents } from '../../domain/common/ids';
import { areForEver } from '../../domain/common/for-ever';
import { DEFAULT_LANGUAGE, type Language } from '../../domain/common/language';
import { addDecimals, currencyLabel } from '../../domain/common/money';
import { ASSUMED_LEAST_CENTS, wholeDollarsUp } from '../../domain/payments/invoices/minimums';
import { Catalog, type CatalogValues, type ReadRoom, type WordingKey } from '../catalog';
import { readCatalog } from '../read-catalog';
import { escapeHtml, Html, isolateBidi } from './html';
import { isolateWhole, readRightToLeft } from './formats/right-to-left';
import { ENGLISH_AMOUNTS, LanguageFormats, type AmountFormats } from './formats/language-formats';
import { LANGUAGE_TRAITS } from './languages';

/** What fills a message with markup. Text is escaped; `Html` stays as it is. */
type HtmlValues = Readonly<Record<string, string | number | Html>>;

/** What the bot says, in one language. */
export class Wording {
  readonly language: Language;
  readonly #catalog: Catalog;
  readonly #formats: LanguageFormats;
  /** Amounts, also while they are typed. */
  readonly amounts: AmountFormats;
  readonly #isRightToLeft: boolean;

  constructor(language: Language, readRoom: ReadRoom) {
    this.language = language;
    const traits = LANGUAGE_TRAITS[language];
    this.#catalog = new Catalog(traits.locale, readRoom);
    this.#formats = new LanguageFormats(traits);
    this.amounts = language === DEFAULT_LANGUAGE ? ENGLISH_AMOUNTS : this.#formats;
    this.#isRightToLeft = traits.isRightToLeft;
  }

  /**
   * A message with Telegram's HTML. A line break in the catalog is a line break in the message. Text among the values is
   * escaped. Throws if English has no such message.
   */
  html(key: WordingKey, values: HtmlValues = {}): Html {
    const written = (value: string | Html) => (value instanceof Html ? value.text : escapeHtml(value));
    return new Html(this.#format(key, this.#isolated(values, written)));
  }

  /** A message without markup: a button, a toast or an alert. Throws as `html` does. */
  text(key: WordingKey, values: CatalogValues = {}): string {
    return this.#format(
      key,
      this.#isolated(values, (value) => value),
    );
  }

  /** `$1,234.50`: dollars to the cent. */
  usd(cents: Cents): string {
    return this.amounts.dollars(cents, 2);
  }

  /** `$12` for whole dollars, `$12.50` otherwise. */
  shortUsd(cents: Cents): string {
    return this.amounts.dollars(cents, cents % 100 === 0 ? 0 : 2);
  }

  /** `$12`: the least amount that can be paid, rounded up as it is offered. `$4.99` before it is known (`null`). */
  least(leastCents: Cents | null): string {
    return leastCents === null ? this.usd(ASSUMED_LEAST_CENTS) : this.shortUsd(wholeDollarsUp(leastCents));
  }

  /** `0.00076967 ETH`: every digit. Thousands of coins are not grouped, because `1.500` is fifteen hundred in some countries. */
  crypto(decimal: string, currency: string): string {
    if (currency === 'xtr') return this.stars(Number(decimal));
    return `${this.amounts.decimal(addDecimals(decimal, '0'))} ${currencyLabel(currency)}`;
  }

  /** `⭐ 2,308`: Stars are whole, so a group of thousands can't be read as a fraction. */
  stars = (stars: number): string => `⭐ ${this.amounts.whole(stars)}`;

  /** Days as in a price list: `7 days`, `1 month` (30), `2 years` (365 each), `lifetime`. */
  days(days: number): string {
    if (areForEver(days)) return this.text('common-for-ever');
    if (days > 0 && days % 365 === 0) return this.text('common-years', { count: days / 365 });
    if (days > 0 && days % 30 === 0) return this.text('common-months', { count: days / 30 });
    return this.text('common-days', { count: days });
  }

  /** `“Ban Users” and “Post Messages”`: several names in a row. */
  list(items: readonly string[]): string {
    return this.#formats.list(items);
  }

  /** Like `list`, for names with markup. */
  htmlList = (items: readonly Html[]): Html => new Html(this.list(items.map(({ text }) => text)));

  /** `Nov 24`, from `2026-11-24`. */
  day(isoDay: string): string {
    return this.#formats.day(isoDay);
  }

  /** An hour of the day, `09:00`. */
  hour(hour: number): string {
    return `${String(hour).padStart(2, '0')}:00`;
  }

  /**
   * A moment, given in epoch milliseconds. Telegram shows the date and the time of the reader's own clock, and an app that
   * can't shows ours, in UTC. https://core.telegram.org/bots/api#html-style
   */
  time(epochMs: number): Html {
    const unix = Math.floor(epochMs / 1000);
    return new Html(
      `<tg-time unix="${unix}" format="Dt">${escapeHtml(this.#formats.moment(epochMs))}</tg-time>`,
    );
  }

  #format(key: WordingKey, values: CatalogValues): string {
    const text = this.#catalog.format(key, values);
    if (text !== undefined) return this.#isRightToLeft ? readRightToLeft(text) : text;
    if (this.language === DEFAULT_LANGUAGE) throw new Error(`there is no message ${key}`);
    return wordingIn(DEFAULT_LANGUAGE).#format(key, values);
  }

  // Beside right-to-left words, values keep their order only if they are isolated. A lower-case word stays, because catalogs may
  // choose by it: `{ $state -> [open] … }`.
  #isolated<Value>(
    values: Readonly<Record<string, Value | number>>,
    written: (value: Value) => string,
  ): CatalogValues {
    const isolate = this.#isRightToLeft ? isolateWhole : isolateBidi;
    const entries = Object.entries(values).map(([name, value]) => {
      if (typeof value === 'number') return [name, value] as const;
      const text = written(value);
      return [name, /^[a-z_]+$/.test(text) ? text : isolate(text)] as const;
    });
    return Object.fromEntries<string | number>(entries);
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
