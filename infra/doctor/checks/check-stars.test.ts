import { keepRows } from '../../../tests/support/keep-rows';
import { useTestDatabase } from '../../../tests/support/test-database';
import { starList } from '../../../tests/worlds/star-list';
import { silentLogger } from '../../../shared/logger';
import { compareBalance } from '../../../shared/services/stars/compare-balance';
import { copyLedger } from '../../../shared/services/stars/copy-ledger';
import { starsCheck } from './check-stars';

const test = useTestDatabase();
let restore: () => Promise<void>;
beforeAll(async () => (restore = await keepRows(test)));
beforeEach(() => restore());

const look = async () => {
  const seen = await starsCheck.look({ database: () => test.database } as never, new Set());
  if (!('findings' in seen)) throw new Error('it was not checked');
  return { codes: seen.findings.map(({ code }) => code), note: seen.note };
};

/** A list with one row, copied. */
async function copied() {
  const list = starList();
  list.other(100);
  const deps = { database: test.database, api: list.api, log: silentLogger };
  await copyLedger(deps, { pages: 2 });
  return { list, compare: () => compareBalance(deps) };
}

it('says nothing about the balance until it was compared', async () => {
  await copied();
  expect(await look()).toEqual({ codes: [], note: '1 transactions, not compared with the balance yet' });
});

it('says so if it was never compared for two days', async () => {
  await copied();
  await test.advance('49 hours');
  expect((await look()).codes).toContain('stars.uncompared');
});

it('says that the balance is the same', async () => {
  const { compare } = await copied();
  await compare();
  expect(await look()).toEqual({ codes: [], note: '1 transactions, as the balance says' });
  await test.advance('49 hours');
  expect((await look()).codes).toContain('stars.uncompared');
});

it('does not say that the balance is the same if it is not', async () => {
  const { list, compare } = await copied();
  list.chargeBack(30);
  await compare();
  expect(await look()).toEqual({
    codes: ['stars.differ'],
    note: '1 transactions, not what the balance says',
  });
});
