import { GENERATED } from './documents';
import { compare, markdownTable, replaceMarked } from './generated-tables';
import { undescribed } from './variables-table';

it.each(
  GENERATED.map((generated) => [`${generated.file} ${generated.marker ?? ''}`.trim(), generated] as const),
)('%s is what npm run docs writes', async (_, generated) => {
  const { now, wanted } = await compare(generated);
  if (now !== wanted) throw new Error(`${generated.file} is out of date: run npm run docs.`);
});

it('describes exactly the variables of the schema', () => {
  expect(undescribed()).toEqual([]);
});

it('makes every column of a table as wide as its widest cell', () => {
  const table = markdownTable(['a', 'second'], [['`one`', 'x | y']]);
  expect(table).toBe(['| a     | second |', '| ----- | ------ |', '| `one` | x \\| y |'].join('\n'));
});

it('replaces only the part between the markers', () => {
  expect(replaceMarked('top <!-- m -->old<!-- /m --> end', 'm', 'new')).toBe(
    'top <!-- m -->\n\nnew\n\n<!-- /m --> end',
  );
  expect(() => replaceMarked('<!-- other -->', 'm', 'new')).toThrow('There is no <!-- m -->');
});
