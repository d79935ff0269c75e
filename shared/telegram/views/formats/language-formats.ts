import type { Cents } from '../../../domain/common/ids';
import { formatUsd, withSeparators } from '../../../domain/common/money';
import { displayOf } from '../../../domain/donations/keypad';
import type { LanguageTraits } from '../languages';

/** A decimal that `Intl` formats digit by digit, without making it a floating-point number. */
const exact = (decimal: string) => decimal as Intl.StringNumericLiteral;

/** How amounts are written. */
export interface AmountFormats {
  /** Dollars with their cents, or without if `decimals` is 0. */
  dollars(cents: Cents, decimals: 0 | 2): string;
  /** Dollars while they are typed: `12,` and `12,5 $` show exactly the digits of `12.` and `12.5`. */
  typedDollars(entry: string): string;
  /** Between whole dollars and cents. */
  readonly decimalSign: string;
  /** Every digit of a decimal string, without groups. */
  decimal(decimal: string): string;
  /** A whole number with its thousands grouped: `2,308`. */
  whole(count: number): string;
}

/** English needs no `Intl`, which takes a while to load. */
export const ENGLISH_AMOUNTS: AmountFormats = {
  dollars: (cents, decimals) => (decimals === 2 ? formatUsd(cents) : formatUsd(cents).replace(/\.\d\d$/, '')),
  typedDollars: displayOf,
  decimalSign: '.',
  decimal: (decimal) => decimal,
  whole: (count) => withSeparators(String(count)),
};

/** Amounts and moments as a locale writes them. */
export class LanguageFormats implements AmountFormats {
  readonly #locale: string;
  readonly #dollarSign: '$' | 'US$';
  /** Making a formatter takes far longer than using it. */
  readonly #made = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat | Intl.ListFormat>();

  /** `locale` is an IETF tag. */
  constructor({ locale, dollarSign }: Pick<LanguageTraits, 'locale' | 'dollarSign'>) {
    this.#locale = locale;
    this.#dollarSign = dollarSign;
  }

  dollars(cents: Cents, decimals: 0 | 2): string {
    return this.#dollars(decimals).format(exact(formatUsd(cents).replace(/[$,]/g, '')));
  }

  typedDollars(entry: string): string {
    if (entry === '') return this.dollars(0 as Cents, 2);
    const [whole = '', decimals] = entry.split('.');
    const parts = this.#dollars(0).formatToParts(exact(whole));
    const last = parts.map(({ type }) => type).lastIndexOf('integer');
    const typed = decimals === undefined ? '' : this.decimalSign + decimals;
    return parts.map(({ value }, index) => (index === last ? value + typed : value)).join('');
  }

  get decimalSign(): string {
    const parts = this.#dollars(2).formatToParts(0);
    return parts.find(({ type }) => type === 'decimal')?.value ?? '.';
  }

  decimal(decimal: string): string {
    const options = { useGrouping: false, maximumFractionDigits: 18 } as const;
    return this.#once('decimal', (locale) => new Intl.NumberFormat(locale, options)).format(exact(decimal));
  }

  whole(count: number): string {
    return this.#once('whole', (locale) => new Intl.NumberFormat(locale)).format(count);
  }

  /** A date and time in UTC, which says so. */
  moment(epochMs: number): string {
    const options = {
      year: 'numeric',
      month: 'long',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone: 'UTC',
      timeZoneName: 'short',
    } as const;
    return this.#once('moment', (locale) => new Intl.DateTimeFormat(locale, options)).format(epochMs);
  }

  /** `A, B, and C`. */
  list(items: readonly string[]): string {
    return this.#once('list', (locale) => new Intl.ListFormat(locale)).format(items);
  }

  /** `Nov 24`, from `2026-11-24`. */
  day(isoDay: string): string {
    const options = { month: 'short', day: 'numeric', timeZone: 'UTC' } as const;
    return this.#once('day', (locale) => new Intl.DateTimeFormat(locale, options)).format(Date.parse(isoDay));
  }

  #dollars(decimals: 0 | 2): Intl.NumberFormat {
    const options = {
      style: 'currency',
      currency: 'USD',
      currencyDisplay: this.#dollarSign === '$' ? 'narrowSymbol' : 'symbol',
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    } as const;
    return this.#once(`dollars${decimals}`, (locale) => new Intl.NumberFormat(locale, options));
  }

  #once<Format extends Intl.NumberFormat | Intl.DateTimeFormat | Intl.ListFormat>(
    name: string,
    make: (locale: string) => Format,
  ): Format {
    const known = this.#made.get(name);
    if (known !== undefined) return known as Format;
    const made = make(this.#locale);
    this.#made.set(name, made);
    return made;
  }
}
