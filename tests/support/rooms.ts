import { dirname } from 'node:path';
import { readImports } from './imports';
import { isTest } from './source-files';

type Order = readonly (readonly string[])[];

/** The rooms of a floor: one may use the values of those before it, and of its neighbours in one bracket. */
const ROOMS: Order = [
  ['connection'],
  ['common'],
  ['places', 'access', 'posts'],
  ['payments'],
  ['donations', 'reports'],
  ['owner'],
  ['operations'],
];

/** What a payment bought decides the access; messages are types. */
const DOMAIN_ROOMS: Order = [
  ['common'],
  ['places', 'posts'],
  ['payments'],
  ['access'],
  ['donations', 'reports'],
  ['owner'],
  ['operations'],
  ['messages'],
];

export const FLOORS: Readonly<Record<string, Order>> = {
  'shared/domain': DOMAIN_ROOMS,
  'shared/database': ROOMS,
  'shared/services': ROOMS,
  'shared/telegram/views': ROOMS,
};

/** The folder directly in `parent` that a file is in; `undefined` for one beside it or directly in it. */
function roomOf(path: string, parent: string): string | undefined {
  const [room, ...rest] = path.startsWith(`${parent}/`) ? path.slice(parent.length + 1).split('/') : [];
  return rest.length === 0 ? undefined : room;
}

/** The imports of values from one room in `parent` by another. */
function importsBetweenRooms(parent: string, files: readonly string[]) {
  return files.flatMap((path) => {
    const room = roomOf(path, parent);
    return readImports(path).flatMap(({ file, isType }) => {
      const used = file === undefined || isType ? undefined : roomOf(file, parent);
      return room === undefined || used === undefined || room === used
        ? []
        : [{ room, used, told: `${path} imports ${String(file)}` }];
    });
  });
}

/** The imports on a floor that are against its order. */
export function importsAgainstOrder(floor: string, files: readonly string[]): string[] {
  const rank = (room: string) => (FLOORS[floor] ?? []).findIndex((rooms) => rooms.includes(room));
  const isWrong = ({ room, used }: { room: string; used: string }) =>
    rank(room) === -1 || rank(used) === -1 || rank(used) > rank(room);
  return importsBetweenRooms(floor, files)
    .filter(isWrong)
    .map(({ told }) => told);
}

/** The imports by which two folders beside each other need each other, anywhere in the project. */
export function mutualImports(files: readonly string[]): string[] {
  const sources = files.filter((path) => !isTest(path));
  const parents = new Set(sources.map((path) => dirname(dirname(path))));
  return [...parents].flatMap((parent) => {
    const between = importsBetweenRooms(parent, sources);
    const pairs = new Set(between.map(({ room, used }) => `${room} ${used}`));
    return between.filter(({ room, used }) => pairs.has(`${used} ${room}`)).map(({ told }) => told);
  });
}
