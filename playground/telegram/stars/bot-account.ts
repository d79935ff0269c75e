import { randomBytes } from 'node:crypto';
import type { World } from '../world';
import { NANOSTARS, type StarRow, type StarTransaction } from './star-types';

type NewRow = Omit<StarRow, 'date'>;

/** The bot's Stars, and the rows that explain them: oldest first, because a bot reads them so. */
export class BotAccount {
  readonly rows: StarRow[] = [];
  private readonly world: World;
  private nanostars = 0n;

  constructor(world: World) {
    this.world = world;
  }

  /** May be negative, because a chargeback takes Stars that are gone. */
  get balance(): bigint {
    return this.nanostars;
  }

  /** Adds a row and moves the balance by it. A row of another currency moves nothing. */
  add(row: NewRow): StarRow {
    const added = { ...row, date: this.world.seconds() };
    this.rows.push(added);
    if (row.isOtherCurrency !== true)
      this.nanostars += row.direction === 'in' ? row.nanostars : -row.nanostars;
    this.world.changed();
    return added;
  }

  /** Takes Stars without a row: a store took the buyer's money back. */
  takeSilently(nanostars: bigint): void {
    this.nanostars -= nanostars;
    this.world.changed();
  }
}

/** Stars as the Bot API writes them. Both parts have the sign of the whole. */
export function starAmountOf(nanostars: bigint): { amount: number; nanostar_amount?: number } {
  const part = Number(nanostars % NANOSTARS);
  return { amount: Number(nanostars / NANOSTARS), ...(part !== 0 && { nanostar_amount: part }) };
}

export function describeRow({ id, date, direction, nanostars, partner }: StarRow): StarTransaction {
  return {
    id,
    date,
    ...(direction === 'in' ? { source: partner } : { receiver: partner }),
    ...starAmountOf(nanostars),
  };
}

/** An opaque id, different after each start, because the bot remembers those of earlier ones. */
export const newStarId = (prefix: string): string => `${prefix}${randomBytes(24).toString('base64url')}`;
