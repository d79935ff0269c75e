import { RAIL_NAMES } from '../shared/domain/common/rails';
import { EVERYTHING, isTest, source } from './support/source-files';

/** A rail by its name, a value for each rail, or the one that has prices of its own. */
const NAMES_A_RAIL = new RegExp(`(['"\`])(?:${RAIL_NAMES.join('|')})\\1|Record<RailName|\\bSTAR_RAIL\\b`);
/** Rooms of a rail, and what plays, measures and tests the product as it is. */
const APART = [
  ...RAIL_NAMES.map((rail) => `/${rail}/`),
  'bench/',
  ...['journeys', 'model', 'samples', 'support', 'worlds', 'browser'].map((folder) => `tests/${folder}/`),
];

const recipe = /### A payment rail\n([\s\S]*?)\n###/.exec(source('CONTRIBUTING.md'))?.[1] ?? '';

it('names in the recipe for a rail every file that names one', () => {
  const naming = EVERYTHING.filter((path) => !isTest(path))
    .filter((path) => !APART.some((part) => path.startsWith(part) || path.includes(part)))
    .filter((path) => NAMES_A_RAIL.test(source(path)));
  expect(naming.length).toBeGreaterThan(5);
  const named = [...recipe.matchAll(/`([\w./-]+)`/g)].map(([, path]) => String(path));
  const isNamed = (path: string) =>
    named.some((each) => path === each || (each.endsWith('/') && path.startsWith(each) && each !== 'tests/'));
  expect(naming.filter((path) => !isNamed(path))).toEqual([]);
});
