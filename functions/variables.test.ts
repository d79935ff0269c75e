import { readFileSync } from 'node:fs';
import { CONFIG_NAMES, DATABASE_NAMES, LOG_NAMES, SECRET_NAMES } from '../shared/config';
import { OPERATOR_NAMES, VARIABLES } from './variables';

const folderOf = (target: string) => target.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

it.each(Object.keys(VARIABLES))('%s reads what is listed for it, and nothing else', (target) => {
  const source = readFileSync(`functions/${folderOf(target)}/index.ts`, 'utf8');
  expect(source).toContain(`defineFunction('${target}', VARIABLES.${target},`);
});

it('leaves no variable that nobody reads', () => {
  const read = new Set<string>([
    ...Object.values(VARIABLES).flat(),
    ...DATABASE_NAMES,
    ...LOG_NAMES,
    ...OPERATOR_NAMES,
  ]);
  expect(CONFIG_NAMES.filter((name) => !read.has(name))).toEqual([]);
});

it('gives no function what only the commands read', () => {
  const given: readonly string[] = Object.values(VARIABLES).flat();
  expect(OPERATOR_NAMES.filter((name) => given.includes(name))).toEqual([]);
});

it('takes everything that is named like a secret for one', () => {
  const named = CONFIG_NAMES.filter((name) => /SECRET|PASSWORD|TOKEN|KEY|^DATABASE_URL$/.test(name));
  expect([...SECRET_NAMES].sort()).toEqual([...named].sort());
});
