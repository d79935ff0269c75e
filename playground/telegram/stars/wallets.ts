import type { World } from '../world';

/** The Stars of people. */
export class Wallets {
  private readonly world: World;
  private readonly initial: number;
  private readonly balances = new Map<number, number>();

  constructor(world: World, initial: number) {
    this.world = world;
    this.initial = initial;
  }

  of(userId: number): number {
    return this.balances.get(userId) ?? this.initial;
  }

  /** Adds Stars, or takes some if the number is negative. Never below zero. */
  add(userId: number, amount: number): void {
    this.balances.set(userId, Math.max(0, this.of(userId) + amount));
    this.world.changed();
  }

  /** Returns whether there were enough. */
  spend(userId: number, amount: number): boolean {
    if (this.of(userId) < amount) return false;
    this.add(userId, -amount);
    return true;
  }
}
