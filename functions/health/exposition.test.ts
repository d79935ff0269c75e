import { parseExposition } from '../../tests/support/parse-exposition';
import { formatExposition, type Family } from './exposition';

const family = (change: Partial<Family> = {}): Family => ({
  name: 'telepay_x_total',
  type: 'counter',
  help: 'x',
  samples: [{ value: 1 }],
  ...change,
});

it('writes what a strict parser reads', () => {
  const labels = { a: '"\\\n', b: '' };
  const text = formatExposition([
    family({
      samples: [
        { labels, value: 1 },
        { labels: { a: 'é' }, value: 2e21 },
      ],
    }),
    family({ name: 'telepay_y', type: 'gauge', help: 'back\\slash\nline', samples: [{ value: -0.5 }] }),
    family({ name: 'telepay_z_total', samples: [] }),
  ]);
  expect([...parseExposition(text)]).toEqual([
    [
      'telepay_x_total',
      {
        type: 'counter',
        help: 'x',
        samples: [
          { labels, value: 1 },
          { labels: { a: 'é' }, value: 2e21 },
        ],
      },
    ],
    ['telepay_y', { type: 'gauge', help: 'back\\\\slash\\nline', samples: [{ labels: {}, value: -0.5 }] }],
  ]);
});

const HEAD = '# HELP a_total x\n# TYPE a_total counter\n';
it.each([
  ['no line end', `${HEAD}a_total 1`],
  ['no help', '# TYPE a_total counter\na_total 1\n'],
  ['no type', '# HELP a_total x\na_total 1\n'],
  ['an unknown type', '# HELP a x\n# TYPE a number\na 1\n'],
  ['a counter that is named like a gauge', '# HELP a x\n# TYPE a counter\na 1\n'],
  ['a gauge that is named like a counter', '# HELP a_total x\n# TYPE a_total gauge\na_total 1\n'],
  ['a sample of another family', `${HEAD}b_total 1\n`],
  ['the same sample twice', `${HEAD}a_total{x="1"} 1\na_total{x="1"} 2\n`],
  ['the same family twice', `${HEAD}a_total 1\n${HEAD}a_total{x="1"} 1\n`],
  ['no sample', HEAD],
  ['an empty line', `${HEAD}\na_total 1\n`],
  ['a value that is not a number', `${HEAD}a_total null\n`],
  ['a counter below zero', `${HEAD}a_total -1\n`],
  ['an unescaped quote', `${HEAD}a_total{x="a"b"} 1\n`],
  ['a backslash that escapes nothing', `${HEAD}a_total{x="a\\b"} 1\n`],
  ['a repeated label', `${HEAD}a_total{x="1",x="2"} 1\n`],
  ['a label with a hyphen', `${HEAD}a_total{x-y="1"} 1\n`],
])('refuses to parse %s', (_, text) => {
  expect(() => parseExposition(text)).toThrow();
});
