import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Decision } from '../shared/domain/payments/payment';
import { AUDIT_WORDS } from '../shared/telegram/views/owner/lists/audit-words';

const ROOT = join(__dirname, '..');

/** The product's own files. */
function* sources(folder: string): Generator<string> {
  for (const name of readdirSync(join(ROOT, folder))) {
    const path = join(folder, name);
    if (statSync(join(ROOT, path)).isDirectory()) yield* sources(path);
    else if (/(?<!\.test)\.ts$/.test(path)) yield readFileSync(join(ROOT, path), 'utf8');
  }
}

const code = [...sources('shared'), ...sources('functions')];
/** What an act may be called, at each place that names one: all words that the expression can come to. */
const named = code
  .flatMap((text) => [...text.matchAll(/\bact: ([^,}]+)/g)].map(([, expression = '']) => expression))
  .map((expression) =>
    [...expression.replace(/[=!]== '[^']*'/g, '').matchAll(/'([a-z_]+)'/g)].map(([, word]) => String(word)),
  );

/** Decisions about payments are acts, too: `case_` and the decision. */
const decided = Object.keys({ accept: 0, credit: 0, refund: 0 } satisfies Record<Decision, 0>).map(
  (decision) => `case_${decision}`,
);

it('has words for every act that is recorded, and for none that is not', () => {
  expect([...new Set([...named.flat(), ...decided])].sort()).toEqual(Object.keys(AUDIT_WORDS).sort());
});

it('records acts by words that can be found, and decisions about payments in one place', () => {
  const inserts = code.flatMap((text) => [...text.matchAll(/insert into audit_log/g)]);
  expect(inserts).toHaveLength(2);
  expect(code.filter((text) => text.includes("'case_' ||"))).toHaveLength(1);
});

it('begins a word of ours for each act like the sentence it ends', () => {
  expect(Object.values(AUDIT_WORDS).filter((words) => !/^[a-z]/.test(words) || /\.$/.test(words))).toEqual(
    [],
  );
});
