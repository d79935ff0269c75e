import { OPEN, OWNER, useAccessWorld } from '../../../tests/worlds/access';
import { personWith } from '../../../tests/worlds/owner';
import { DAY_MS } from '../../domain/common/time';
import { accessHash, takeovers } from '../../../tests/worlds/takeovers';

const world = useAccessWorld();
const lists = takeovers(world);
const owner = () => personWith(world.test, OWNER);
const chat = { id: OWNER, type: 'private' };

/** The last message that the owner sees with these words. */
const shown = (words: RegExp) => {
  const found = world.telegram.messages(OWNER).findLast(({ text }) => words.test(text));
  if (found === undefined) throw new Error(`nothing says ${words.source}`);
  const keys = found.reply_markup?.inline_keyboard.flat() ?? [];
  return { ...found, buttons: keys.flatMap((key) => ('callback_data' in key ? [key.callback_data] : [])) };
};
const buttonOf = (buttons: readonly string[], action: string) =>
  buttons.find((data) => data.startsWith(`own_${action}_`)) ?? `no ${action} in ${buttons.join(' ')}`;

/** Sends a file, which the worker reads only with what is drained later. */
async function giveFile(text: string, name = 'members.csv'): Promise<void> {
  world.telegram.as(OWNER).sendDocument({ name, bytes: Buffer.from(text) });
  const document = world.telegram.messages(OWNER).at(-1)?.document;
  await owner().send({
    message: { message_id: 10, from: { id: OWNER, first_name: 'Olga' }, chat, document },
  });
}
async function sendFile(...file: Parameters<typeof giveFile>): Promise<void> {
  await giveFile(...file);
  await lists.drain();
}
const begin = () => owner().press(`own_take-over_${OPEN}`);

let last = 800_000;
const stranger = () => ++last;

it('takes over a file with one yes, and takes it back with one button', async () => {
  const [first, second] = [stranger(), stranger()];
  const before = await accessHash(world.test);
  await begin();
  await sendFile(`id;until\n${first};2031-01-31\n${second};for ever\n`);
  const page = shown(/2 lines. Nothing has changed yet/);
  expect(page.text).toContain('Get access: 2');
  expect(await accessHash(world.test)).toBe(before);
  const go = buttonOf(page.buttons, 'list-go');
  await owner().press(go);
  await lists.drain();
  expect(await lists.daysLeft(first, second)).toEqual([expect.any(Number), expect.any(Number)]);
  expect(shown(/The import is finished/).text).toContain('I remove nobody until');
  // A second tap, and the same file again, change nothing.
  const after = await accessHash(world.test);
  expect((await owner().press(go)).text).toContain('This was done already');
  await begin();
  await sendFile(`id;until\n${first};2031-01-31\n${second};for ever\n`);
  expect(await accessHash(world.test)).toBe(after);
  const undo = buttonOf(shown(/The import is finished/).buttons, 'list-undo');
  const asked = await owner().press(undo);
  expect(asked.text).toContain('Undo the whole import?');
  expect(await accessHash(world.test)).toBe(after);
  await owner().press(buttonOf(asked.buttons, 'list-undo-now'));
  await lists.drain();
  expect(shown(/The import is undone/).text).toContain('Have what they had before: 2');
  expect(await accessHash(world.test)).toBe(before);
});

it('asks once until when, if a typed list does not say it', async () => {
  const first = stranger();
  await begin();
  await owner().say(`${first}\n${stranger()} 2031-01-31`);
  await lists.drain();
  expect(shown(/doesn't say until when/).buttons).toHaveLength(1);
  await owner().say('01/02/2031');
  await lists.drain();
  expect(shown(/I need a date/).text).toContain('⚠️');
  await owner().say('30 days');
  await lists.drain();
  await owner().press(buttonOf(shown(/2 lines. Nothing has changed yet/).buttons, 'list-go'));
  await lists.drain();
  expect(await lists.daysLeft(first)).toEqual([30]);
});

it('names each line that it cannot read, and takes over the others', async () => {
  await begin();
  await sendFile(`${stranger()},2031-01-31\n${stranger()},01/02/2031\nJohn Smith,2031-01-31\n`);
  const { text } = shown(/can't be read/);
  expect(text).toContain('Line 2: day or month first?');
  expect(text).toContain('Line 3: this is neither an ID nor a @username: John Smith');
  expect(shown(/one line. Nothing has changed yet/).buttons).toContainEqual(
    expect.stringContaining('list-go'),
  );
});

it.each([
  ['wrong file_id or the file is temporarily unavailable', /didn't give me this file. Send it again/],
  ['file is too big', /larger than 20 MB/],
])('says so if Telegram refuses a file: %s', async (description, words) => {
  await begin();
  const refused = { kind: 'error', status: 400, description: `Bad Request: ${description}` } as const;
  world.telegram.fault({ method: 'getFile', ...refused, times: 1 });
  await sendFile(`${stranger()},2031-01-31`);
  expect(shown(words).text).not.toContain('reading');
  await sendFile(`${stranger()},2031-01-31`);
  expect(shown(/one line. Nothing has changed yet/).text).toContain('Get access: 1');
});

it('says so if Telegram gives no file until it is too late', async () => {
  await begin();
  world.telegram.fault({
    method: 'getFile',
    kind: 'error',
    status: 502,
    description: 'Bad Gateway',
    times: Infinity,
  });
  await sendFile(`${stranger()},2031-01-31`);
  await world.advance(DAY_MS);
  await lists.drain();
  world.telegram.clearFaults();
  expect(shown(/didn't give me this file. Send it again/).text).not.toContain('reading');
});

it('takes the corrected list that it asks for', async () => {
  await begin();
  await sendFile(`${stranger()},2031-01-31\n${stranger()},01/02/2031\n`);
  expect(shown(/can't be read/).text).toContain('send the whole file again');
  await sendFile(`${stranger()},2031-01-31\n${stranger()},2031-02-01\n`);
  expect(shown(/2 lines. Nothing has changed yet/).text).toContain('Get access: 2');
  await owner().say(`${stranger()} 2031-01-31`);
  await lists.drain();
  expect(shown(/one line. Nothing has changed yet/).text).toContain('Get access: 1');
});

it.each(['list-drop', 'list-go', 'list-file', 'takeover'])('takes another list after %s', async (action) => {
  await begin();
  await sendFile(`${stranger()},2031-01-31`);
  await owner().press(buttonOf(shown(/one line. Nothing has changed yet/).buttons, action));
  await sendFile(`${stranger()},2031-01-31\n${stranger()},2031-02-01\n`);
  expect(shown(/2 lines. Nothing has changed yet/).text).toContain('Get access: 2');
});

it('takes the list again that it calls gone', async () => {
  await begin();
  await sendFile(`${stranger()},2031-01-31`);
  const { buttons } = shown(/one line. Nothing has changed yet/);
  await owner().press(buttonOf(buttons, 'list-drop'));
  await owner().press(`own_menu_${OPEN}`);
  expect((await owner().press(buttonOf(buttons, 'list-go'))).answer).toContain('gone');
  await sendFile(`${stranger()},2031-01-31\n${stranger()},2031-02-01\n`);
  expect(shown(/2 lines. Nothing has changed yet/).text).toContain('Get access: 2');
});

/** The difference of each list that the owner sees. */
const differences = () =>
  world.telegram.messages(OWNER).filter(({ text }) => text.includes('Nothing has changed yet'));

/** Reads two lists. A worker reads one at a time, and the other waits for some seconds. */
async function readBoth(): Promise<void> {
  await lists.drain();
  await world.advance(5_000);
  await lists.drain();
}

it('reads each of several files that are sent at once', async () => {
  const before = differences().length;
  await begin();
  await giveFile(`${stranger()},2031-01-31\n${stranger()},2031-01-31\n`);
  await giveFile(`${stranger()},2031-01-31\n`);
  await readBoth();
  expect(differences()).toHaveLength(before + 2);
  expect(shown(/2 lines/).text).toContain('Get access: 2');
  expect(shown(/one line/).text).toContain('Get access: 1');
});

it('asks for one end of several files without any', async () => {
  const [first, second] = [stranger(), stranger()];
  const before = differences().length;
  await begin();
  await giveFile(String(first));
  await giveFile(String(second));
  await readBoth();
  await owner().say('30 days');
  await readBoth();
  expect(differences()).toHaveLength(before + 2);
});

it('reads a typed list that comes in several messages as one', async () => {
  const before = world.telegram.messages(OWNER).length;
  await begin();
  await owner().say(`${stranger()} 2031-01-31\n${stranger()} 2031-01-31`);
  await owner().say(`${stranger()} 2031-01-31`);
  await lists.drain();
  expect(shown(/3 lines. Nothing has changed yet/).text).toContain('Get access: 3');
  expect(
    world.telegram
      .messages(OWNER)
      .slice(before)
      .filter(({ text }) => /I need a date/.test(text)),
  ).toEqual([]);
});

it('takes the rest of a typed list after it asked for an end', async () => {
  await begin();
  await owner().say(`${stranger()}\n${stranger()}`);
  await lists.drain();
  await owner().say(`${stranger()}\n${stranger()}`);
  await lists.drain();
  await owner().say('for ever');
  await lists.drain();
  expect(shown(/4 lines. Nothing has changed yet/).text).toContain('Get access: 4');
});

it('waits for the next list after one was cancelled', async () => {
  await begin();
  await sendFile(`${stranger()},2031-01-31`);
  const wrong = shown(/one line. Nothing has changed yet/);
  const again = await owner().press(buttonOf(wrong.buttons, 'list-drop'));
  expect(again.text).toContain('Send me a list');
  await sendFile(`${stranger()},2031-01-31\n${stranger()},2031-01-31`);
  expect(shown(/2 lines. Nothing has changed yet/).text).toContain('Get access: 2');
});

it('makes nothing shorter without a word, and so with one', async () => {
  const member = stranger();
  await lists.take([{ who: member, days: 100 }]);
  await begin();
  await sendFile(`${member},${new Date((await lists.now()) + 10 * 86_400_000).toISOString()}\n`);
  const page = shown(/longer access now than the list says/);
  expect(page.text).toContain('instead of');
  expect(page.buttons.some((data) => data.includes('list-go'))).toBe(false);
  const chosen = await owner().press(page.buttons.find((data) => data.endsWith('_shorten')) ?? '');
  expect(await lists.daysLeft(member)).toEqual([100]);
  await owner().press(buttonOf(chosen.buttons, 'list-go'));
  await lists.drain();
  expect(await lists.daysLeft(member)).toEqual([10]);
});

it.each([
  ['PK\x03\x04', "can't read spreadsheets"],
  ['\n\n', 'nobody in this list'],
  ['what is this', "can't read any line"],
])('refuses the file %j in words, and takes the next one', async (text, words) => {
  await begin();
  await sendFile(text, 'list.xlsx');
  expect(shown(new RegExp(words)).text).toContain(words);
  await sendFile(`${stranger()},2031-01-31`);
  expect(shown(/one line. Nothing has changed yet/).text).toContain('Get access: 1');
});

it('shows and changes a list for nobody but managers of its channel', async () => {
  await begin();
  await sendFile(`${stranger()},2031-01-31`);
  const { buttons } = shown(/one line. Nothing has changed yet/);
  const before = await accessHash(world.test);
  const other = personWith(world.test, stranger());
  for (const data of buttons) expect((await other.press(data)).answer).toBeDefined();
  await lists.drain();
  expect(await accessHash(world.test)).toBe(before);
  expect((await owner().press(buttonOf(buttons, 'list-go').replace(/_\d+_7/, '_999999_7'))).answer).toContain(
    'gone',
  );
  await owner().press(buttonOf(buttons, 'list-drop'));
  expect((await owner().press(buttonOf(buttons, 'list-go'))).answer).toContain('gone');
});

it('sends all lines of a list as a table', async () => {
  const member = stranger();
  await begin();
  await sendFile(`${member},2031-01-31,an old friend`);
  await owner().press(buttonOf(shown(/one line. Nothing has changed yet/).buttons, 'list-file'));
  await lists.drain();
  const file = world.telegram.file(world.telegram.messages(OWNER).at(-1)?.document?.file_id ?? '');
  expect(file?.bytes.toString()).toContain(`1,${member},,2031-01-31T23:59:59Z,an old friend,new,`);
});
