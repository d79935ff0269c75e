/** The dependencies of a package, with the same names in package.json and in a lock. */
interface Requirements {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}

/** A package-lock.json of version 3: every package, by the folder it is installed in. */
export interface Lock {
  readonly lockfileVersion: number;
  readonly packages: Readonly<Record<string, Requirements>>;
}

export interface Pinned {
  readonly name: string;
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
}

/** Finds package `name` for the package in `folder` as Node does: in its own node_modules, then outwards. */
function findPackage({ packages }: Lock, folder: string, name: string): string | undefined {
  for (let at = folder; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    const path = `${at}${at === '' ? '' : '/'}node_modules/${name}`;
    if (path in packages) return path;
    if (at === '') return undefined;
  }
}

/** The names of the packages that must be in the lock, and of those that may be. */
function namesIn({
  dependencies,
  optionalDependencies,
  peerDependencies,
  peerDependenciesMeta,
}: Requirements) {
  const peers = Object.keys(peerDependencies ?? {});
  const isOptionalPeer = (name: string) => peerDependenciesMeta?.[name]?.optional === true;
  const optional = [...Object.keys(optionalDependencies ?? {}), ...peers.filter(isOptionalPeer)];
  const all = [...Object.keys(dependencies ?? {}), ...peers];
  return { required: all.filter((name) => !optional.includes(name)), optional };
}

/**
 * Returns the part of `lock` that `manifest` needs: the same versions, checksums and folders that were tested, without
 * asking a registry. Throws if a required package is not in the lock.
 */
export function cutLock(lock: Lock, manifest: Pinned) {
  const kept = new Set<string>();
  const visit = (folder: string, requirements: Requirements): void => {
    const { required, optional } = namesIn(requirements);
    for (const name of [...required, ...optional]) {
      const path = findPackage(lock, folder, name);
      if (path === undefined && required.includes(name))
        throw new Error(`${name} is not in package-lock.json. Run npm install.`);
      if (path === undefined || kept.has(path)) continue;
      kept.add(path);
      visit(path, lock.packages[path] ?? {});
    }
  };
  visit('', manifest);
  const packages = Object.fromEntries([...kept].sort().map((path) => [path, lock.packages[path]]));
  const { name, version, dependencies } = manifest;
  const root = { name, version, dependencies };
  return {
    name,
    version,
    lockfileVersion: lock.lockfileVersion,
    requires: true,
    packages: { '': root, ...packages },
  };
}
