import { bucketFor } from './api/rate-limit';
import { findCoin } from './coins';
import { changed, type World } from './world';

/** Switches on exactly these coins in the merchant's account. */
export function switchCoins(world: World, codes: readonly string[]): void {
  const unknown = codes.find((code) => findCoin(code) === undefined);
  if (unknown !== undefined) throw new Error(`no coin ${unknown}`);
  world.coinsOn.clear();
  for (const code of codes) world.coinsOn.add(code.toLowerCase());
  changed(world);
}

/** Allows one request a second, as real accounts were seen to have, or as many as usual. */
export function limitStrictly(world: World, isStrict: boolean): void {
  world.bucket = bucketFor({ ...world.options, isStrict });
  changed(world);
}
