/** So few that Telegram, which allows about thirty calls a second, refuses none. */
const AT_ONCE = 4;

/** Runs `action` for each item, a few at a time. Returns the results in the order of the items. */
export async function inTurns<Item, Result>(
  items: readonly Item[],
  action: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = [...items.entries()];
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      results[next[0]] = await action(next[1]);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return results;
}
