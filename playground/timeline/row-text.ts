import type { Cents } from '../../shared/domain/common/ids';
import { formatUsd } from '../../shared/domain/common/money';
import { CAST } from '../seed';

/** The columns of a row, as JSON. */
export type Columns = Readonly<Record<string, unknown>>;

export function nameOf(id: unknown): string {
  const known = [CAST.dana, CAST.bob, CAST.olga, CAST.nora].find((person) => person.id === Number(id));
  return known?.first_name ?? (Number(id) < 0 ? 'the channel' : `user ${String(id)}`);
}

export const words = (name: string) => name.replaceAll('_', ' ');
export const usd = (cents: unknown) => formatUsd(Number(cents) as Cents);

export const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

export const fields = (value: unknown): Columns =>
  typeof value === 'object' && value !== null ? (value as Columns) : {};
