import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseDecision } from '../shared/domain/payments/payment';
import { AUDIT_ACTS } from '../shared/telegram/views/owner/lists/audit-words';
import { wordingIn } from '../shared/telegram/views/wording';

const ROOT = join(__dirname, '..');

/** The texts of the product's own files. */
function* sources(folder: string): Generator<string> {
  for (const name of readdirSync(join(ROOT, folder))) {
    const path = join(folder, name);
    if (statSync(join(ROOT, path)).isDirectory()) yield* sources(path);
    else if (/(?<!\.test)\.ts$/.test(path)) yield readFileSync(join(ROOT, path), 'utf8');
  }
}

const code = [...sources('shared'), ...sources('functions')];
/** The possible names of an act, for each expression in the code that gives one. */
const named = code
  .flatMap((text) => [...text.matchAll(/\bact: ([^,}]+)/g)].map(([, expression = '']) => expression))
  .map((expression) =>
    [...expression.replace(/[=!]== '[^']*'/g, '').matchAll(/'([a-z_]+)'/g)].map(([, word]) => String(word)),
  );

/** Decisions about odd payments are acts too: `case_` and the decision. */
const decided = Object.keys({ accept: 0, credit: 0, refund: 0, wait: 0 } satisfies Record<
  CaseDecision,
  0
>).map((decision) => `case_${decision}`);

it('has words for exactly the acts that are recorded', () => {
  expect([...new Set([...named.flat(), ...decided])].sort()).toEqual(Object.keys(AUDIT_ACTS).sort());
});

it('writes the audit log only in the two places that this test reads', () => {
  const inserts = code.flatMap((text) => [...text.matchAll(/insert into audit_log/g)]);
  expect(inserts).toHaveLength(2);
  expect(code.filter((text) => text.includes("'case_' ||"))).toHaveLength(1);
});

it('begins the words of each act with its author', () => {
  const said = Object.values(AUDIT_ACTS).map((key) => wordingIn('en').text(key, { by: 'Olga' }));
  expect(said.filter((words) => !/^Olga [a-z].*[^.]$/.test(words))).toEqual([]);
  expect(new Set(said).size).toBe(said.length);
});
