import { useFixture } from './use-fixture';

const closed: string[] = [];
let starts = 0;

const start = (name: string) => async () => {
  starts += 1;
  return { name, start: starts, close: async () => void closed.push(name) };
};

describe('a fixture of a block', () => {
  const older = useFixture(start('older'));
  const newer = useFixture(async () => ({ ...(await start('newer')()), builtOn: older.name }));
  let early: unknown;
  try {
    early = older.name;
  } catch (error) {
    early = error;
  }

  it('can be read in a test', () => {
    expect([older.name, newer.name, newer.builtOn]).toEqual(['older', 'newer', 'older']);
    expect({ ...older }).toMatchObject({ name: 'older', start: 1 });
  });

  it('refuses to be read while the file loads', () => {
    expect(early).toMatchObject({ message: expect.stringContaining('has not started yet') as string });
  });

  it('is started once', () => {
    expect([older.start, newer.start]).toEqual([1, 2]);
  });
});

it('closes the fixture that was started last before those it was built on', () => {
  expect(closed).toEqual(['newer', 'older']);
});

describe('a fixture of each test', () => {
  const fresh = useFixture(start('fresh'), 'test');
  const seen: number[] = [];

  it.each(['first', 'second'])('is started again for the %s test', () => {
    expect(seen).not.toContain(fresh.start);
    seen.push(fresh.start);
  });
});
