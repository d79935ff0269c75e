import { OPEN, OWNER, useAccessWorld } from '../../../tests/worlds/access';
import { takeInList } from './take-in-list';

const world = useAccessWorld();

it('names the bad lines of a list again when it is read again', async () => {
  const list = {
    openChannelId: OPEN,
    actorUserId: OWNER,
    timeZone: 'UTC',
    chunks: [Buffer.from('982001,2031-01-31\n982002,01/02/2031\nJohn Smith,2031-01-31\n')],
    until: null,
  };
  const first = await takeInList(world.test.database, list);
  expect(first).toMatchObject({ is: 'taken_in', bad: [{ line: 2 }, { line: 3 }] });
  expect(await takeInList(world.test.database, list)).toEqual(first);
});
