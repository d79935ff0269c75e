import { readFileSync } from 'node:fs';
import { CONFIG_NAMES, DATABASE_NAMES, HOST_NAMES, LOG_NAMES, SECRET_NAMES } from '../shared/config';
import { OPERATOR_NAMES, VARIABLES } from './variables';

const folderOf = (target: string) => target.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

it.each(Object.keys(VARIABLES))('lets %s read exactly what is listed for it', (target) => {
  const source = readFileSync(`functions/${folderOf(target)}/index.ts`, 'utf8');
  expect(source.replace(/\s+/g, ' ')).toMatch(
    new RegExp(`defineFunction\\( ?'${target}', VARIABLES\\.${target},`),
  );
});

it('lists no variable that is never read', () => {
  const read = new Set<string>([
    ...Object.values(VARIABLES).flat(),
    ...DATABASE_NAMES,
    ...LOG_NAMES,
    ...HOST_NAMES,
    ...OPERATOR_NAMES,
  ]);
  expect(CONFIG_NAMES.filter((name) => !read.has(name))).toEqual([]);
});

it('gives no function a variable of the commands', () => {
  const given: readonly string[] = Object.values(VARIABLES).flat();
  expect(OPERATOR_NAMES.filter((name) => given.includes(name))).toEqual([]);
});

it('treats every variable that is named like a secret as one', () => {
  const named = CONFIG_NAMES.filter((name) =>
    /SECRET|PASSWORD|TOKEN|KEY|^DATABASE_(DIRECT_)?URL$/.test(name),
  );
  expect([...SECRET_NAMES].sort()).toEqual([...named].sort());
});
