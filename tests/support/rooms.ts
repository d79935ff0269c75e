import { dirname } from 'node:path';
import { readImports } from './imports';
import { isTest } from './source-files';

type Order = readonly (readonly string[])[];

/** The order of a floor's rooms. A room may use the values of earlier rooms and of rooms in the same brackets. */
const ROOMS: Order = [
  ['connection'],
  ['common'],
  ['places', 'access', 'posts'],
  ['payments'],
  ['nowpayments', 'stars'],
  ['donations', 'reports', 'talks', 'takeovers'],
  ['owner'],
  ['operations'],
];

/** In the domain, access follows payments, because a payment decides the access. Messages are last because they are types. */
const DOMAIN_ROOMS: Order = [
  ['common'],
  ['places', 'posts'],
  ['payments'],
  ['access'],
  ['stars'],
  ['donations', 'reports', 'talks', 'takeovers'],
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

/** The folder in `parent` that contains a file; `undefined` for a file directly in `parent` or outside it. */
function roomOf(path: string, parent: string): string | undefined {
  const [room, ...rest] = path.startsWith(`${parent}/`) ? path.slice(parent.length + 1).split('/') : [];
  return rest.length === 0 ? undefined : room;
}

/** The imports of values between two rooms in `parent`. */
function importsBetweenRooms(parent: string, files: readonly string[]) {
  return files.flatMap((path) => {
    const room = roomOf(path, parent);
    return readImports(path).flatMap(({ file, isType }) => {
      const used = file === undefined || isType ? undefined : roomOf(file, parent);
      return room === undefined || used === undefined || room === used
        ? []
        : [{ room, used, sentence: `${path} imports ${String(file)}` }];
    });
  });
}

/** The imports on a floor that break its order. */
export function importsAgainstOrder(floor: string, files: readonly string[]): string[] {
  const rank = (room: string) => (FLOORS[floor] ?? []).findIndex((rooms) => rooms.includes(room));
  const isWrong = ({ room, used }: { room: string; used: string }) =>
    rank(room) === -1 || rank(used) === -1 || rank(used) > rank(room);
  return importsBetweenRooms(floor, files)
    .filter(isWrong)
    .map(({ sentence }) => sentence);
}

/** The imports by which two folders in the same parent need each other, anywhere in the project. */
export function mutualImports(files: readonly string[]): string[] {
  const sources = files.filter((path) => !isTest(path));
  const parents = new Set(sources.map((path) => dirname(dirname(path))));
  return [...parents].flatMap((parent) => {
    const between = importsBetweenRooms(parent, sources);
    const pairs = new Set(between.map(({ room, used }) => `${room} ${used}`));
    return between.filter(({ room, used }) => pairs.has(`${used} ${room}`)).map(({ sentence }) => sentence);
  });
}
