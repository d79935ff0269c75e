import { WORLD_START_DEADLINE_MS } from './deadlines';

/** A fixture is started once for the file (or the `describe` block) that uses it, or again for each test. */
export type Lifetime = 'file' | 'test';

interface Closeable {
  close?(): Promise<unknown>;
}

/** Fixtures that were started and not closed yet, in the order of their start. */
const open: Closeable[] = [];

/** Jest runs closing hooks in the order of their definition. Closing the newest first keeps what it was built on alive. */
const closeNewest = async (started: Closeable | undefined) => {
  if (started !== undefined) await open.pop()?.close?.();
};

/**
 * Starts a fixture before the tests and closes it after them. Returns an object that stands for the fixture, so it can be a
 * constant of the test file. Reading from it before the hook has run throws.
 */
export function useFixture<T extends object & Closeable>(
  start: () => Promise<T>,
  lifetime: Lifetime = 'file',
): T {
  let fixture: T | undefined;
  const run = async () => {
    fixture = undefined;
    fixture = await start();
    open.push(fixture);
  };
  const close = () => closeNewest(fixture);
  if (lifetime === 'test') {
    beforeEach(run, WORLD_START_DEADLINE_MS);
    afterEach(close, WORLD_START_DEADLINE_MS);
  } else {
    beforeAll(run, WORLD_START_DEADLINE_MS);
    afterAll(close, WORLD_START_DEADLINE_MS);
  }
  return standInFor(() => {
    if (fixture === undefined)
      throw new Error(
        'This fixture has not started yet: read it in a hook or a test, not while the file loads.',
      );
    return fixture;
  });
}

const standInFor = <T extends object>(current: () => T): T =>
  new Proxy({} as T, {
    get: (_, name): unknown => Reflect.get(current(), name),
    set: (_, name, value) => Reflect.set(current(), name, value),
    has: (_, name) => Reflect.has(current(), name),
    ownKeys: () => Reflect.ownKeys(current()),
    getOwnPropertyDescriptor: (_, name) => {
      const descriptor = Reflect.getOwnPropertyDescriptor(current(), name);
      // A proxy may only report a property as fixed if its own target has it.
      return descriptor && { ...descriptor, configurable: true };
    },
  });
