import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeTemporaryFolder } from '../../playground/temporary-folder';
import { useFixture } from '../support/use-fixture';
import { startWorld, type World } from '../worlds/journey';
import { buy, isIn, joinByLink } from '../journeys/support/buyer';
import { eventually } from '../journeys/support/eventually';
import { newDonor } from '../journeys/support/people';
import { QUICK_MINUTE } from '../journeys/support/quick-minute';
import { installArchives, unpackArchive } from './support/archive';

const temporary = makeTemporaryFolder('host');
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

/** The built host alone in a clean folder, with what its own lock installs. */
const world: World = useFixture(async () => {
  const archive = await unpackArchive('host', join(temporary, 'host'));
  await installArchives([archive]);
  return startWorld({ host: { folder: archive.path, environment: { TICK: 'on', ...QUICK_MINUTE } } });
});
const alone = (): World => ({ ...world, tick: async () => 200 });

it('sells from a tap to access, which ends by the clock, from a clean folder and in one process', async () => {
  const buyer = newDonor(world);
  await buy(alone(), buyer);
  await joinByLink(alone(), buyer);
  await world.moveClock('40 days');
  await eventually(() => expect(isIn(world, buyer)).toBe(false));
});

it('needs neither functions-framework nor a development dependency', () => {
  const lock = readFileSync(join(temporary, 'host/package-lock.json'), 'utf8');
  const { packages } = JSON.parse(lock) as { packages: Record<string, { dev?: boolean }> };
  expect(Object.keys(packages).filter((path) => /functions-framework|\/express$/.test(path))).toEqual([]);
  expect(Object.values(packages).filter(({ dev }) => dev)).toEqual([]);
});
