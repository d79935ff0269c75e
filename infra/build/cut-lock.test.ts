import { cutLock, type Lock } from './cut-lock';

const lock: Lock = {
  lockfileVersion: 3,
  packages: {
    '': {},
    'node_modules/served': { dependencies: { shared: '^1.0.0', '@scope/part': '^1.0.0' } },
    'node_modules/shared': { optionalDependencies: { 'for-others': '*' } },
    'node_modules/@scope/part': {
      dependencies: { shared: '^2.0.0' },
      peerDependencies: { peer: '*', absent: '*' },
      peerDependenciesMeta: { absent: { optional: true } },
    },
    'node_modules/@scope/part/node_modules/shared': { dependencies: { deep: '*' } },
    'node_modules/peer': {},
    'node_modules/deep': { dependencies: { served: '*' } },
    'node_modules/unneeded': { dependencies: { shared: '*' } },
  },
};
const manifest = { name: 'telepay-some', version: '1.2.3', dependencies: { served: '1.0.0' } };

it('keeps exactly the packages that Node would find', () => {
  expect(Object.keys(cutLock(lock, manifest).packages)).toEqual([
    '',
    'node_modules/@scope/part',
    'node_modules/@scope/part/node_modules/shared',
    'node_modules/deep',
    'node_modules/peer',
    'node_modules/served',
    'node_modules/shared',
  ]);
});

it('returns the lock of the given package.json', () => {
  expect(cutLock(lock, manifest)).toMatchObject({
    name: 'telepay-some',
    lockfileVersion: 3,
    packages: { '': manifest, 'node_modules/shared': lock.packages['node_modules/shared'] },
  });
});

it('refuses a package that is not in the lock', () => {
  const dependencies = { ...manifest.dependencies, unknown: '1.0.0' };
  expect(() => cutLock(lock, { ...manifest, dependencies })).toThrow(
    'unknown is not in package-lock.json. Run npm install.',
  );
});
