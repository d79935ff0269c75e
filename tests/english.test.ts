import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBanned, type Banned, type Hit } from './support/find-banned';

const ROOT = join(__dirname, '..');

/** Constructions that a native reader reads twice, and what to say instead. */
const BANNED: readonly Banned[] = [
  [/\b(to|of|for|by|from|than|like|with|at|on|but|except|about) who\b/gi, 'the member who …, or the role'],
  [
    /(^|[.;:*] )who (is|has|was|had|does|did|may|can|cannot|asks?|pays?|paid|runs?|comes?|came|made|buys?|waits|owns|knows|loses|lost)\b[^.;:?,]{1,60} (is|are|gets?|must|may|can|cannot|has|keeps|waits|asks|would|will)\b/gi,
    'anyone who …, or the role',
  ],
  [
    /\b(nobody|somebody|anybody|everybody|one|people|they) (?!who\b)([\w']+ ){1,5}who (is|was|has|had|did|does|may|came|pays|paid|can)\b/gi,
    '"who …" right after its noun: members who joined before are never removed',
  ],
  [/\bwhom\b/gi, 'the user that …'],
  [/\bwho(so)?ever\b/gi, 'anyone who …, or the role'],
  [/\bby now\b/gi, 'now, already, or nothing'],
  [/\ball the same\b/gi, 'anyway, still'],
  [/\banew\b/gi, 'again'],
  [
    /\binvoices? (is |was |are )?over\b|\border (is|was) over\b|\borders over\b/gi,
    'a $30 invoice; the amount of the order',
  ],
  [
    /\bwhat ([\w']+ ){0,4}(comes?|came) to\b|\bcom(es?|ing) to (pass|nothing)\b/gi,
    'the result; happens; fails',
  ],
  [
    /[,;] for (?!(what|which|example|instance|each|every|all|those|rows|work|people|calls|[0-9])\b)([\w'’`]+ ){1,4}?(is|was|are|were|has|have|had|may|can|cannot|must|would|will|does|do|did|knows|needs|takes|holds|means|comes|keeps|fell)\b/gi,
    'because …',
  ],
  [
    /\bhow-manieth\b|\bin vain\b|\bas ever\b|\bseldom\b|\bthereof\b/gi,
    'attempt number; without effect; as before; rarely',
  ],
  [/\b(owners?['’]s?|our|their) word\b|\bwait(s|ing)? for (a|the) word\b/gi, 'the decision of the owner'],
  [
    /(?<!\bthere )\b(is|are|am|was|were) no (?!longer|more|such|reason|way|need|one|other|different|doubt|point|room|use|worse|later|earlier|sooner|less|place|time|problem|matter|risk|business|secret|question)[a-z]+/gi,
    "isn't a …",
  ],
  [/(?<!\bthere )\b(is|was) none\b/gi, "isn't one"],
  [
    /\b(time|grace|access|days?) (is|was|are|were) over\b/gi,
    'whose access has ended; the grace period has ended',
  ],
  [/\bas ([\w'`]+ ){1,3}(has|have) it\b/gi, 'as in …'],
  [/\b(told|tells?|telling|hears?|heard) of\b/gi, 'told about, notified about'],
  [/\bmay not be lost\b/gi, 'must not be lost'],
  [/\btak(e|es|en|ing) out\b|\btaken for\b/gi, 'removed; treated as'],
  [/\b(is|are|was|were) (waited|hoped) for\b/gi, 'waiting for …'],
  [
    /\bstands? (below|above|beside|behind|before)\b|\bstands in (the|every|a|each)\b/gi,
    'is below, follows, is in',
  ],
];

/** Texts that are right although a row matches them, by file. */
const EXCEPTIONS: readonly (readonly [file: string, text: string])[] = [];

/** Folders without texts of ours, and this list. The first two migrations are released, so they never change. */
const SKIPPED =
  /^(node_modules|dist|\.data|\.git|coverage|tests\/screenshots|tests\/english\.test\.ts|infra\/migrations\/000[12]_.*)$/;

function* filesIn(folder: string): Generator<string> {
  for (const entry of readdirSync(join(ROOT, folder), { withFileTypes: true })) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (SKIPPED.test(path)) continue;
    if (entry.isDirectory()) yield* filesIn(path);
    else if (/\.(ts|js|cjs|mjs|md|sql|ftl)$/.test(path)) yield path;
  }
}

const files = [...filesIn('')].map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
const isException = ({ file, text }: Hit) =>
  EXCEPTIONS.some(([path, words]) => path === file && words === text);

describe('our English', () => {
  const hits = files.flatMap((file) => findBanned(file, BANNED));

  it('has no banned construction', () => {
    const found = hits
      .filter((hit) => !isException(hit))
      .map(({ file, line, text, instead }) => `${file}:${line}: ${text} (say: ${instead})`);
    expect(found).toEqual([]);
  });

  it('has no needless exception', () => {
    const isNeeded = ([path, words]: (typeof EXCEPTIONS)[number]) =>
      hits.some(({ file, text }) => path === file && words === text);
    expect(EXCEPTIONS.filter((exception) => !isNeeded(exception))).toEqual([]);
  });
});

const COMMENT = '/** Sends the link to a buyer,\n * for nobody has\n * asked whom. */\n';
const STRINGS = 'const said = `Posted anew ${whom} every day`;\n';

describe('banned constructions', () => {
  const found = (path: string, text: string) =>
    findBanned({ path, text }, BANNED).map((hit) => `${hit.line} ${hit.text}`);

  it.each([
    ['in a comment', 'shared/a.ts', COMMENT, ['3 whom', '1 , for nobody has']],
    ['in a string', 'shared/a.ts', STRINGS, ['1 anew', '1 whom']],
    ['in the name of a test', 'shared/a.test.ts', "it('waits in vain')", ['1 in vain']],
    ['in a message', 'en/a.ftl', 'a-one = Ask\na-two =\n    It was taken\n    for a bot.', ['3 taken for']],
    ['in a comment of a catalog', 'de/a.ftl', '## To whom we write\na-one = Ja', ['1 whom']],
    ['not across two messages', 'en/a.ftl', 'a-one = by\nnow-two = Now', []],
    ['at the start of a comment', 'a.ts', '/**\n * Who is out is told.\n */', ['2 Who is out is']],
    ['in line comments', 'a.mjs', '// It comes\n// to pass anew.', ['2 anew', '1 comes to pass']],
    ['in paragraphs', 'a.md', 'It is sold\nby who owns it.\n\nAll the\n\nsame.', ['2 by who']],
    ['nowhere in a comment that looks like one in a string', 'a.ts', "const a = '// fine'", []],
  ])('are found %s', (_, path, text, expected) => {
    expect(found(path, text)).toEqual(expected);
  });

  it('include an example of each row', () => {
    const examples = [
      ...['a link for who asks', 'Who is banned is refused', 'nobody is let in who did not pay', 'whom'],
      ...['whoever', 'by now', 'all the same', 'anew', 'an invoice over $30', 'what it comes to'],
      ...[', for nobody has asked', 'in vain', "an owner's word", 'is no administrator', 'was none'],
      ...['grace is over', 'as the log has it', 'told of', 'may not be lost', 'taken for', 'is waited for'],
      'stands behind',
    ];
    expect(examples.map((text) => BANNED.findIndex(([pattern]) => text.match(pattern) !== null))).toEqual([
      ...BANNED.keys(),
    ]);
  });
});
