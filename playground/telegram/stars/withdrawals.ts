import { newStarId } from './bot-account';
import type { StarParts } from './star-parts';
import { NANOSTARS } from './star-types';

/** The owner takes Stars out over Fragment. The hold of 21 days and the smallest amount are not played. Returns the row's id. */
export function withdraw({ account }: StarParts, amount: number): string {
  const nanostars = BigInt(amount) * NANOSTARS;
  if (account.balance < nanostars) throw new Error('BALANCE_TOO_LOW');
  const partner = { type: 'fragment', withdrawal_state: { type: 'pending' } };
  return account.add({ id: newStarId('wd'), direction: 'out', nanostars, partner }).id;
}

/** Ends a withdrawal. One that failed gives the Stars back, in a row with the same id (a guess, so that the sum is right). */
export function endWithdrawal(
  { world, account }: StarParts,
  rowId: string,
  state: 'succeeded' | 'failed',
): void {
  const row = account.rows.find(({ id, direction }) => id === rowId && direction === 'out');
  if (!row) throw new Error(`There is no withdrawal ${rowId}`);
  const url = `https://fragment.com/tx/${rowId}`;
  const withdrawal_state = state === 'failed' ? { type: state } : { type: state, date: world.seconds(), url };
  row.partner = { type: 'fragment', withdrawal_state };
  if (state === 'failed')
    account.add({ id: rowId, direction: 'in', nanostars: row.nanostars, partner: row.partner });
  world.changed();
}

/** Adds rows that aren't payments: Stars from elsewhere, or rows in TON, which the bot's pages leave out. */
export function receiveOther(
  { account }: StarParts,
  { count, amount, isOtherCurrency }: { count: number; amount: number; isOtherCurrency: boolean },
): void {
  for (let i = 0; i < count; i += 1)
    account.add({
      id: newStarId('ot'),
      direction: 'in',
      nanostars: BigInt(amount) * NANOSTARS,
      partner: { type: 'other' },
      ...(isOtherCurrency && { isOtherCurrency: true as const }),
    });
}
