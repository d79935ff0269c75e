/** Values that boundaries meet in place of others: odd numbers, texts that Postgres does not store, and other shapes. */
const ODD: readonly unknown[] = [
  null,
  true,
  false,
  '',
  ' ',
  0,
  -1,
  1,
  0.5,
  -0.5,
  1e-30,
  1e21,
  1e30,
  1e308,
  2 ** 31,
  -(2 ** 31) - 1,
  2 ** 32,
  2 ** 52 + 1,
  2 ** 53 - 1,
  2 ** 53,
  -(2 ** 53),
  1_790_000_000_000_000,
  -1_790_000_000_000_000,
  99_999_999_999,
  8.64e15,
  '0',
  '-1',
  '1e400',
  '1e-400',
  '9'.repeat(20),
  '9'.repeat(21),
  '9'.repeat(400),
  '-0',
  '+1',
  '0x10',
  'NaN',
  'Infinity',
  '١٢',
  '\0',
  'a\0b',
  '\uD800',
  '\uDC00x',
  '\uFFFD',
  '\u202E',
  '💝',
  '💝'.repeat(2000),
  'x'.repeat(5000),
  "' or 1=1 --",
  'null',
  [],
  [1],
  [[]],
  {},
  { id: 1 },
  { $gt: 0 },
  -1001234567890,
  -100,
  -4555,
  '-1001234567890',
  'finished',
  'usd',
  'administrator',
];

type Random = () => number;
const pick = <T>(items: readonly T[], random: Random): T => items[Math.floor(random() * items.length)] as T;

/** A copy, because the next change may change it. */
const odd = (random: Random): unknown => structuredClone(pick(ODD, random));

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** All objects in a body. */
const objectsIn = (value: unknown): Json[] =>
  typeof value !== 'object' || value === null
    ? []
    : [...(isObject(value) ? [value] : []), ...Object.values(value).flatMap(objectsIn)];

/** A text or a number that differs a little from this one. */
function bent(value: unknown, random: Random): unknown {
  if (typeof value === 'number')
    return pick(
      [-value, value * 10, value * 1e6, value * 1e12, value + 0.5, value + 1, String(value), value / 1e9],
      random,
    );
  if (typeof value === 'string')
    return pick(
      [
        `${value}\0`,
        `${value}\uD800`,
        value.repeat(50),
        value.replace(/\d/, '9999999999'),
        value.replace(/\d+/, '0'),
        value.slice(1),
        value.toUpperCase(),
        `-${value}`,
        Number(value),
        [value],
        value.replace(/_/g, '_9'),
      ],
      random,
    );
  return odd(random);
}

const MUTATIONS: readonly ((of: Json, name: string, random: Random) => void)[] = [
  (of, name, random) => void (of[name] = odd(random)),
  (of, name, random) => void (of[name] = odd(random)),
  (of, name, random) => void (of[name] = bent(of[name], random)),
  (of, name, random) => void (of[name] = bent(of[name], random)),
  (of, name) => void Reflect.deleteProperty(of, name),
  (of, name) => void (of[name] = [of[name]]),
  (of, name) => void (of[name] = { [name]: of[name] }),
  (of, name, random) => void (of[`can_${String.fromCharCode(Math.floor(random() * 128))}`] = true),
];

/** The text of a body with one to three changes, and sometimes with one key written twice. */
export function mutated(body: object, random: Random): string {
  const copy = structuredClone(body) as Json;
  const changes = 1 + Math.floor(random() * 3);
  for (let change = 0; change < changes; change += 1) {
    const of = pick(objectsIn(copy), random);
    const names = Object.keys(of);
    if (names.length > 0) pick(MUTATIONS, random)(of, pick(names, random), random);
  }
  const text = JSON.stringify(copy);
  if (random() > 0.1) return text;
  const name = pick(Object.keys(copy).concat('x'), random);
  const comma = text === '{}' ? '' : ',';
  return text.replace(/\}$/, `${comma}${JSON.stringify(name)}:${JSON.stringify(odd(random))}}`);
}
