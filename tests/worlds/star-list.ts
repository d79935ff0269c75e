import type { StarLedgerApi } from '../../shared/telegram/star-ledger';

interface ListedRow {
  readonly id: string;
  readonly amount: number;
  readonly nanostar_amount?: number;
  readonly date: number;
  readonly source?: object;
  readonly receiver?: object;
}

interface Listed {
  readonly row: ListedRow;
  /** In another currency: it is counted by the offset, and left out of every page. */
  readonly isHidden: boolean;
}

/** Telegram's list of transactions and the balance, for tests that decide by themselves what is in it. */
export function starList({ now = () => 1_800_000_000 } = {}) {
  const listed: Listed[] = [];
  let [balance, calls, last] = [0n, 0, 0];
  let onCall: ((call: number) => void) | undefined;
  const NANO = 1_000_000_000n;
  const add = (
    row: Pick<ListedRow, 'amount' | 'nanostar_amount'> & { id?: string },
    partner: object,
    isIncoming: boolean,
  ): string => {
    const id = row.id ?? `row_${++last}`;
    const side = isIncoming ? { source: partner } : { receiver: partner };
    listed.push({ row: { date: now(), ...row, id, ...side }, isHidden: false });
    const nanostars = BigInt(row.amount) * NANO + BigInt(row.nanostar_amount ?? 0);
    balance += isIncoming ? nanostars : -nanostars;
    return id;
  };
  const user = (userId: number, more: object) => ({
    type: 'user',
    user: { id: userId, is_bot: false, first_name: 'U' },
    ...more,
  });
  const invoice = (userId: number, invoice_payload: string, more: object = {}) =>
    user(userId, { transaction_type: 'invoice_payment', invoice_payload, ...more });
  const called = () => {
    calls += 1;
    onCall?.(calls);
  };
  const api = {
    getStarTransactions: async ({ offset = 0, limit = 100 } = {}) => {
      const page = listed
        .slice(offset, offset + limit)
        .flatMap(({ row, isHidden }) => (isHidden ? [] : [row]));
      called();
      return { transactions: page };
    },
    getMyStarBalance: async () => {
      const [amount, nanostar_amount] = [Number(balance / NANO), Number(balance % NANO)];
      called();
      return { amount, nanostar_amount };
    },
  } as unknown as StarLedgerApi;
  return {
    api,
    /** Called after each answer was made, with the number of calls so far. */
    afterEachCall: (then: (call: number) => void) => (onCall = then),
    rows: () => listed.filter(({ isHidden }) => !isHidden).map(({ row }) => row),
    calls: () => calls,
    pay: (of: { userId: number; payload: string; stars: number; id?: string; nanostars?: number }) =>
      add(
        {
          amount: of.stars,
          ...(of.id && { id: of.id }),
          ...(of.nanostars && { nanostar_amount: of.nanostars }),
        },
        invoice(of.userId, of.payload),
        true,
      ),
    /** A payment of which an affiliate gets a tenth. */
    payByAffiliate: (of: { userId: number; payload: string; stars: number }) =>
      add(
        { amount: Math.floor(of.stars * 0.9), nanostar_amount: Math.round(((of.stars * 9) % 10) * 1e8) },
        invoice(of.userId, of.payload, {
          affiliate: {
            commission_per_mille: 100,
            amount: Math.floor(of.stars / 10),
            nanostar_amount: (of.stars % 10) * 1e8,
          },
        }),
        true,
      ),
    refund: (id: string, of: { userId: number; payload: string; stars: number }) =>
      add({ id, amount: of.stars }, invoice(of.userId, of.payload), false),
    other: (amount: number, isIncoming = true) => add({ amount }, { type: 'fragment' }, isIncoming),
    /** Something that Telegram added after this was written. */
    gift: (userId: number, amount: number) =>
      add({ amount }, user(userId, { transaction_type: 'gift_purchase' }), false),
    hidden: () => listed.push({ row: { id: `ton_${++last}`, amount: 1, date: now() }, isHidden: true }),
    /** The store took the money back: no row says so. */
    chargeBack: (stars: number) => (balance -= BigInt(stars) * NANO),
    giveBack: (stars: number) => (balance += BigInt(stars) * NANO),
  };
}
