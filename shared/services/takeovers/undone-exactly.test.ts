import { randomInt } from 'node:crypto';
import * as fc from 'fast-check';
import { OWNER, useAccessWorld } from '../../../tests/worlds/access';
import { accessHash, takeovers } from '../../../tests/worlds/takeovers';
import { undoTakeover } from '../../database/takeovers/confirm-takeover';
import { promiseMetPeople } from '../../database/takeovers/listed-people';
import { readTakeover } from '../../database/takeovers/takeovers';

const world = useAccessWorld();
const lists = takeovers(world);

/** People without access, with days from an earlier list, and with days that they paid for. */
const PEOPLE = 4;
const person = fc.integer({ min: 0, max: PEOPLE - 1 });
const line = fc.record({
  person,
  isNamed: fc.boolean(),
  days: fc.oneof(fc.integer({ min: -2, max: 60 }), fc.constant('for_ever')),
});
const history = fc.record({
  lines: fc.array(line, { minLength: 2, maxLength: 10 }),
  met: fc.uniqueArray(person, { minLength: 1, maxLength: PEOPLE }),
  shorten: fc.boolean(),
});

let round = 0;

/** Takes over a list, meets some of those whose names wait, one after another, and undoes it. */
async function expectIdentity({ lines, met, shorten }: ReturnType<typeof sampled>[number]): Promise<void> {
  const first = 984_000 + (round += 1) * 10;
  const buyer = (await world.newBuyer('20 days')).userId;
  const idOf = (index: number) => (index === PEOPLE - 1 ? buyer : first + index);
  await lists.take([{ who: idOf(0), days: 40 }]);
  const before = await accessHash(world.test);
  const takeoverId = await lists.take(
    lines.map(({ person: index, isNamed, days }) => ({
      who: isNamed ? `exactly_${idOf(index)}` : idOf(index),
      days,
    })),
    { shorten },
  );
  for (const index of met) {
    await world.test.database.query(
      (sql) => sql`insert into chats (chat_id, username) values (${idOf(index)}, ${`Exactly_${idOf(index)}`})
        on conflict (chat_id) do update set username = excluded.username`,
    );
    await promiseMetPeople(world.test.database);
    await lists.drain();
  }
  await undoTakeover(world.test.database, { takeoverId, actorUserId: OWNER });
  await lists.drain();
  expect(await accessHash(world.test)).toBe(before);
  expect((await readTakeover(world.test.database, takeoverId))?.outcomes).not.toHaveProperty('stays');
}

const sampled = (seed: number) => fc.sample(history, { numRuns: 25, seed });

it('undoes exactly what a list gave if a name waited beside an id of the same person', () =>
  expectIdentity({
    lines: [
      { person: 1, isNamed: true, days: 60 },
      { person: 1, isNamed: false, days: 30 },
    ],
    met: [1],
    shorten: false,
  }));

it('undoes exactly what a list gave, in whatever order its lines were ruled', async () => {
  const seed = randomInt(2 ** 31);
  for (const [index, each] of sampled(seed).entries())
    await expectIdentity(each).catch((error: unknown) => {
      throw new Error(`seed ${seed}, history ${index}: ${JSON.stringify(each)}`, { cause: error });
    });
});
