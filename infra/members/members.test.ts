import { OPEN, OWNER, useAccessWorld } from '../../tests/worlds/access';
import { accessHash, takeovers } from '../../tests/worlds/takeovers';
import { dropTakeover, listTakeovers } from '../../shared/database/takeovers/takeovers';
import { exportMembers } from './export-members';
import { importMembers } from './import-members';
import { undoImport } from './undo-import';

const world = useAccessWorld();
const lists = takeovers(world);
const openChannelId = OPEN;
const yes = () => Promise.resolve(true);
const no = () => Promise.resolve(false);
const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
const said = () => stderr.mock.calls.map(([text]) => String(text)).join('');
beforeEach(() => stderr.mockClear());

const importing = (text: string, more: Partial<Parameters<typeof importMembers>[2]> = {}) =>
  importMembers(world.test.database, openChannelId, {
    bytes: Buffer.from(text),
    until: undefined,
    holdDays: 0,
    shorten: false,
    confirm: yes,
    ...more,
  });
const hash = () => accessHash(world.test);

it('changes nothing when an export is imported again', async () => {
  await world.newBuyer('10 days');
  await importing('id,until\n700001,for ever\n700002,2031-01-31\n');
  const [before, table] = [await hash(), await exportMembers(world.test.database, openChannelId)];
  expect(table.split('\r\n')).toHaveLength(4);
  expect(table).toContain('700001,,for ever,');
  await importing(table);
  expect(said()).toContain('3  have exactly this access already');
  expect(await hash()).toBe(before);
});

it('prints the difference, asks, and undoes exactly', async () => {
  const before = await hash();
  expect(await importing('710001,2031-01-31', { confirm: no })).toMatchObject({ exitCode: 1 });
  expect(said()).toContain('1  get access');
  expect(await hash()).toBe(before);
  expect(await importing('710001,2031-01-31')).toContain('Imported.');
  expect(await importing('710001,2031-01-31')).toContain('already');
  const [list] = await listTakeovers(world.test.database, openChannelId);
  expect(list).toMatchObject({ state: 'applied', startedBy: OWNER });
  expect(await undoImport(world.test.database, list?.takeoverId ?? 0, yes)).toBe('Undone.');
  expect(await hash()).toBe(before);
  await lists.drain();
  expect(await hash()).toBe(before);
});

it('says that nothing was imported if the list was dropped while the question was open', async () => {
  const before = await hash();
  const confirm = async () => {
    const [list] = await listTakeovers(world.test.database, openChannelId);
    await dropTakeover(world.test.database, { takeoverId: list?.takeoverId ?? 0, actorUserId: OWNER });
    return true;
  };
  expect(await importing('730001,2031-01-31', { confirm })).toMatchObject({ exitCode: 1 });
  expect(await hash()).toBe(before);
});

it('says that a list is too old to be undone', async () => {
  await importing('740001,2031-01-31');
  const [list] = await listTakeovers(world.test.database, openChannelId);
  expect(list).toMatchObject({ isUndoable: true });
  await world.test.advance('91 days');
  expect((await listTakeovers(world.test.database, openChannelId))[0]).toMatchObject({ isUndoable: false });
  const told = await undoImport(world.test.database, list?.takeoverId ?? 0, yes);
  expect(told).toMatchObject({
    text: expect.stringContaining('more than 90 days ago') as unknown,
    exitCode: 1,
  });
});

it('names bad lines and lines without an end, with exit code 1', async () => {
  const told = await importing('720001,\n720002,31.13.2031\n');
  expect(told).toMatchObject({ exitCode: 1 });
  expect((told as { text: string }).text).toContain("line 1 doesn't say until when; add it, or use --until");
  expect((told as { text: string }).text).toContain('line 2 has a date that is unknown: 31.13.2031');
  expect(await importing('720001,', { until: 'for ever' })).toContain('Imported.');
});
