import type { Cents } from '../../domain/common/ids';
import { formatUsd } from '../../domain/common/money';

/** A decimal that `Intl` formats digit by digit, without making it a floating-point number. */
const exact = (decimal: string) => decimal as Intl.StringNumericLiteral;

/** Amounts and moments as a locale writes them. */
export class LanguageFormats {
  readonly #locale: string;
  /** Making a formatter takes far longer than using it. */
  readonly #made = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat | Intl.ListFormat>();

  /** `locale` is an IETF tag. */
  constructor(locale: string) {
    this.#locale = locale;
  }

  /** Dollars with their cents, or without if `decimals` is 0. */
  dollars(cents: Cents, decimals: 0 | 2): string {
    const options = {
      style: 'currency',
      currency: 'USD',
      currencyDisplay: 'narrowSymbol',
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    } as const;
    const format = this.#once(`dollars${decimals}`, (locale) => new Intl.NumberFormat(locale, options));
    return format.format(exact(formatUsd(cents).replace(/[$,]/g, '')));
  }

  /** Every digit of a decimal string, without groups. */
  decimal(decimal: string): string {
    const options = { useGrouping: false, maximumFractionDigits: 18 } as const;
    return this.#once('decimal', (locale) => new Intl.NumberFormat(locale, options)).format(exact(decimal));
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
