/** Few enough at once that Telegram, which allows some thirty calls a second, refuses none. */
const AT_ONCE = 4;

/** Does the same for each item, a few at a time; the results are in the order of the items. */
export async function inTurns<Item, Result>(
  items: readonly Item[],
  deed: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = [...items.entries()];
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      results[next[0]] = await deed(next[1]);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return results;
}
