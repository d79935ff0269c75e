import fc from 'fast-check';
import { stringify } from 'csv-stringify/sync';
import { isBadLine, type TakeoverMember, type ReadLine } from '../../../domain/takeovers/read-member';
import { csvWriter } from '../../common/csv-table';
import { MAX_LISTED, readList } from './read-list';

const BERLIN = 'Europe/Berlin';
const END = new Date('2027-01-31T22:59:59Z');

/** Reads a text in pieces of some bytes. */
async function read(text: string | Uint8Array, pieceBytes = 7, timeZone = BERLIN): Promise<ReadLine[]> {
  const bytes = Buffer.from(text);
  const pieces = Array.from({ length: Math.ceil(bytes.length / pieceBytes) }, (_, index) =>
    bytes.subarray(index * pieceBytes, (index + 1) * pieceBytes),
  );
  const lines: ReadLine[] = [];
  for await (const batch of readList(pieces, { timeZone })) lines.push(...batch);
  return lines;
}

const member = (line: number, of: Partial<TakeoverMember>): TakeoverMember => ({
  line,
  userId: null,
  username: null,
  until: null,
  note: null,
  ...of,
});
const people = async (text: string | Uint8Array) =>
  (await read(text)).map((line) => (isBadLine(line) ? line.problem : (line.userId ?? line.username)));

describe('a table', () => {
  it.each([',', ';', '\t', '|'])('reads columns by name, in any order, between %j', async (between) => {
    const rows = [
      ['Note', 'Paid Until', 'ignored', 'Telegram_ID', 'Username'],
      ['since May', '2027-01-31', 'x', '7001', '@anna'],
      ['', 'for ever', '', '', 't.me/bob_2'],
    ];
    expect(await read(rows.map((row) => row.join(between)).join('\n'))).toEqual([
      member(2, { userId: 7001, username: 'anna', until: END, note: 'since May' }),
      member(3, { username: 'bob_2', until: 'for_ever' }),
    ]);
  });

  it.each([
    ['7001,2027-01-31,VIP', member(1, { userId: 7001, until: END, note: 'VIP' })],
    ['7001,@anna,2027-01-31,VIP', member(1, { userId: 7001, username: 'anna', until: END, note: 'VIP' })],
    ['7001,anna,2027-01-31', member(1, { userId: 7001, username: 'anna', until: END })],
    ['7001,,2027-01-31', member(1, { userId: 7001, until: END })],
    ['@anna,7001,forever', member(1, { userId: 7001, username: 'anna', until: 'for_ever' })],
    ['@anna,forever', member(1, { username: 'anna', until: 'for_ever' })],
    ['https://t.me/anna;31.01.2027', member(1, { username: 'anna', until: END })],
    ['7001,1801436399', member(1, { userId: 7001, until: END })],
    ['7001,', member(1, { userId: 7001 })],
  ])('reads %j without a header', async (line, expected) => {
    expect(await read(line)).toEqual([expected]);
  });

  it.each(['id,User ID,chat_id', 'chat_id,user_id,id', 'id,telegram_id,user_id'])(
    'takes the id that says whose it is: %s',
    async (header) => {
      const ids = { id: 1, chatid: 2, userid: 7001, telegramid: 7001 } as Readonly<Record<string, number>>;
      const names = header.split(',');
      const cells = names.map((name) => ids[name.toLowerCase().replace(/[ _]/, '')]);
      expect(await people(`${header},until\n${cells.join(',')},2027-01-31\n`)).toEqual([7001]);
      const object = Object.fromEntries(names.map((name, index) => [name, cells[index]]));
      expect(await people(JSON.stringify([object]))).toEqual([7001]);
    },
  );

  it('takes no other id if the one of the person is empty', async () => {
    expect(await people('id,user_id,username\n1,,\n2,,@anna')).toEqual(['no_person', 'anna']);
    expect(await people('{"id": 1, "user_id": null}')).toEqual(['no_person']);
  });

  it.each([
    ['name,until\nAnna,2027-01-31\n@anna_b,\nt.me/bobby,\n7001,', ['bad_person', 'anna_b', 'bobby', 7001]],
    ['id,name\n7001,Anna\n,Anna\n,', [7001, 'bad_person']],
    ['username,name\nanna_b,Anna\n,Oliver\n', ['anna_b', 'bad_person']],
    ['[{"name": "Anna"}, {"user": "@anna_b"}]', ['bad_person', 'anna_b']],
  ])('takes no first name for a username: %j', async (text, expected) => {
    expect(await people(text)).toEqual(expected);
  });

  it('keeps no first name beside an id as a username', async () => {
    expect(await read('id,name\n7001,Anna')).toEqual([member(2, { userId: 7001 })]);
  });

  it('reads what a spreadsheet writes: a mark, CRLF, quotes, blank lines and sep=', async () => {
    const text =
      '\uFEFFsep=;\r\nid;note;until\r\n\r\n"7001";"a;b ""c""\r\nd";"2027-01-31"\r\n7002;x;2027-01-31\r\n';
    expect(await read(text)).toEqual([
      member(4, { userId: 7001, until: END, note: 'a;b "c"\nd' }),
      member(6, { userId: 7002, until: END, note: 'x' }),
    ]);
  });

  it.each(['utf16le', 'utf-16be'])('reads %s with a mark', async (encoding) => {
    const bytes = Buffer.from('\uFEFFid\tuntil\r\n7001\t2027-01-31', 'utf16le');
    if (encoding !== 'utf16le') bytes.swap16();
    expect(await read(bytes)).toEqual([member(2, { userId: 7001, until: END })]);
  });

  it('loses one line to a quotation mark that is never closed', async () => {
    const text = ['id,note', '1,"never closed', '2,ok', '3,5" screen', '4,"fine"', '5,"again'].join('\n');
    expect(await people(text)).toEqual(['broken_quotes', 2, 3, 4, 'broken_quotes']);
  });

  it('loses one line that is far too long', async () => {
    const long = 'x'.repeat(50_000);
    expect(await people(`id,note\n1,${long}\n2,"${long}"\n3,ok`)).toEqual(['too_long', 'too_long', 3]);
  });
});

describe('a typed list', () => {
  it.each([
    ['@anna', member(1, { username: 'anna' })],
    ['anna', member(1, { username: 'anna' })],
    ['7001', member(1, { userId: 7001 })],
    ['1. @anna until 31.01.2027', member(1, { username: 'anna', until: END })],
    [
      '• @anna — 2027-01-31 VIP since May',
      member(1, { username: 'anna', until: END, note: 'VIP since May' }),
    ],
    ['7001 @anna forever', member(1, { userId: 7001, username: 'anna', until: 'for_ever' })],
    [
      '@anna 31 January 2027 23:59:59 old friend',
      member(1, { username: 'anna', until: END, note: 'old friend' }),
    ],
    ['@anna old friend', member(1, { username: 'anna', note: 'old friend' })],
    ['@anna до 31.01.2027', member(1, { username: 'anna', until: END })],
    ['t.me/anna ۳۱.۰۱.۲۰۲۷', member(1, { username: 'anna', until: END })],
  ])('reads %j', async (line, expected) => {
    expect(await read(line)).toEqual([expected]);
  });

  it.each([
    ['@anna @bobby', 'several'],
    ['@anna, @bobby', 'several'],
    ['here is the list', 'bad_person'],
    ['@anna 01/02/2027', 'ambiguous_until'],
    ['@anna 31.13.2027', 'bad_until'],
    ['-1001234567890', 'bad_person'],
    ['1.23457E+09,2027-01-31', 'bad_person'],
    [',2027-01-31', 'no_person'],
    ['@anna,soon', 'bad_until'],
  ])('refuses %j', async (line, problem) => {
    expect(await people(line)).toEqual([problem]);
  });
});

describe('JSON', () => {
  const anna = { telegram_id: 7001, username: '@anna', expires: '2027-01-31', note: 'a "b" [c]' };
  const bob = { user: { id: 7002, username: null }, until: 1801436399, other: [1] };
  const expected = [
    { userId: 7001, username: 'anna', until: END, note: 'a "b" [c]' },
    { userId: 7002, until: END },
  ];
  it.each([
    ['in one line', JSON.stringify([anna, bob])],
    ['in many lines', JSON.stringify([anna, bob], null, 2)],
    ['as one object a line', `${JSON.stringify(anna)}\r\n\n${JSON.stringify(bob)}\n`],
  ])('reads objects %s, and counts them', async (_name, text) => {
    expect(await read(text)).toEqual(expected.map((of, index) => member(index + 1, of)));
  });

  it('takes the id of the user of an object, not its own', async () => {
    expect(await people('[{"id": 1, "user": {"id": 7001}}, {"user": {"id": 7002}, "id": 2}]')).toEqual([
      7001, 7002,
    ]);
  });

  it('reads a list of ids and names', async () => {
    expect(await people('[7001, "@anna",\n"bobby"]')).toEqual([7001, 'anna', 'bobby']);
  });

  it('takes no list inside an object for one person', async () => {
    const list = { title: 'All', members: [anna, bob] };
    expect(await people(JSON.stringify(list))).toEqual(['several']);
    expect(await people(JSON.stringify({ all: list, id: 7003 }, null, 2))).toEqual(['several']);
    const long = { title: 'All', members: Array.from({ length: 100 }, () => anna) };
    expect(await people(`[{"id": 1},${JSON.stringify(long)},{"id": 2}]`)).toEqual([1, 'too_long', 2]);
  });

  it('loses one line that is broken', async () => {
    const text = '{"id": 1}\n{"id": 2, "note": "never closed}\n{"id": 3}\n{"id": 4';
    expect(await people(text)).toEqual([1, 'not_json', 3, 'not_json']);
  });

  it('loses a value that is far too long', async () => {
    const long = 'x'.repeat(9_000);
    expect(await people(`[{"id": 1, "note": "${long}"},\n{"id": 2}]`)).toEqual(['too_long', 2]);
  });
});

it.each([
  ['empty', ' \n\n'],
  ['empty', ''],
  ['empty', '[]'],
  ['spreadsheet', 'PK\x03\x04rest'],
  ['not_text', Buffer.from([0xc4, 0xe0, 0xf2, 0xe0])],
  ['not_text', Buffer.from('id\0')],
])('refuses as %s: %j', async (trouble, text) => {
  await expect(read(text)).rejects.toMatchObject({ trouble });
});

it('refuses a list that is too long, and keeps none of it in memory', async () => {
  const chunk = Buffer.from('7001,2027-01-31\n'.repeat(1_000));
  let given = 0;
  const endless = (function* () {
    for (;;) {
      given += 1_000;
      yield chunk;
    }
  })();
  let taken = 0;
  const reading = (async () => {
    for await (const batch of readList(endless, { timeZone: BERLIN })) {
      taken += batch.length;
      expect(given - taken).toBeLessThanOrEqual(2_000);
    }
  })();
  await expect(reading).rejects.toMatchObject({ trouble: 'too_many_lines' });
  expect(taken).toBe(MAX_LISTED);
});

it('reads what csv-stringify writes, wherever the text is cut', async () => {
  const note = fc.string({
    unit: fc.constantFrom('a', 'é', '"', ',', ';', '\n', '\t', '👍', '’'),
    maxLength: 12,
  });
  const rows = fc.array(fc.record({ id: fc.integer({ min: 1, max: 2 ** 52 }), note }), {
    minLength: 1,
    maxLength: 8,
  });
  await fc.assert(
    fc.asyncProperty(
      rows,
      fc.constantFrom(',', ';', '\t'),
      fc.integer({ min: 1, max: 30 }),
      async (given, delimiter, pieceBytes) => {
        const text = stringify(given, {
          header: true,
          columns: ['id', 'until', 'note'],
          delimiter,
          record_delimiter: '\r\n',
          quoted_match: /\n/,
        });
        const found = await read(text, pieceBytes);
        const plain = (kept: string) => kept.trim() || null;
        expect(found).toEqual(
          given.map((row) => expect.objectContaining({ userId: row.id, note: plain(row.note) }) as unknown),
        );
      },
    ),
  );
});

it.each(['=1+1', '+x', '-x', '@x', '＝x', '＋x', 'a = b', "it's"])(
  'reads the note %s as it was before it was written',
  async (note) => {
    const write = await csvWriter();
    const [line] = await read(
      write(
        [
          ['id', 'until', 'note'],
          [7001, 'for ever', note],
        ],
        true,
      ),
    );
    expect(line).toMatchObject({ userId: 7001, note });
  },
);

it('reads any text without throwing, each line under its own number', async () => {
  const unit = fc.constantFrom(
    '1',
    '7',
    '@',
    'a',
    '"',
    ',',
    ';',
    '\n',
    '\r',
    '{',
    '}',
    '[',
    ']',
    ':',
    ' ',
    '\\',
    '2027-01-31',
  );
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit, maxLength: 60 }),
      fc.integer({ min: 1, max: 9 }),
      async (text, pieceBytes) => {
        const found = await read(text, pieceBytes).catch((error: unknown) => {
          expect(error).toMatchObject({ trouble: 'empty' });
          return [];
        });
        const numbers = found.map(({ line }) => line);
        expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
        expect(await read(text, 1_000).catch(() => [])).toEqual(found);
      },
    ),
  );
});
