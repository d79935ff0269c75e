/** What a package asks for, in package.json and in a lock alike. */
interface Asks {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}

/** package-lock.json, version 3: every package by the folder that it is installed in. */
export interface Lock {
  readonly lockfileVersion: number;
  readonly packages: Readonly<Record<string, Asks>>;
}

export interface Pinned {
  readonly name: string;
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
}

/** Where the package in `folder` finds `name`, as Node looks for it: in its own node_modules, then outwards. */
function findPackage({ packages }: Lock, folder: string, name: string): string | undefined {
  for (let at = folder; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    const path = `${at}${at === '' ? '' : '/'}node_modules/${name}`;
    if (path in packages) return path;
    if (at === '') return undefined;
  }
}

/** Names that must be there, and names that may be. */
function asksOf({ dependencies, optionalDependencies, peerDependencies, peerDependenciesMeta }: Asks) {
  const peers = Object.keys(peerDependencies ?? {});
  const isOptionalPeer = (name: string) => peerDependenciesMeta?.[name]?.optional === true;
  const optional = [...Object.keys(optionalDependencies ?? {}), ...peers.filter(isOptionalPeer)];
  const all = [...Object.keys(dependencies ?? {}), ...peers];
  return { required: all.filter((name) => !optional.includes(name)), optional };
}

/**
 * The part of `lock` that `manifest` needs: the very versions, checksums and folders that were tested, without asking a
 * registry. Throws if a package that is needed is not in the lock.
 */
export function cutLock(lock: Lock, manifest: Pinned) {
  const kept = new Set<string>();
  const visit = (folder: string, asks: Asks): void => {
    const { required, optional } = asksOf(asks);
    for (const name of [...required, ...optional]) {
      const path = findPackage(lock, folder, name);
      if (path === undefined && required.includes(name))
        throw new Error(`${name} is not in package-lock.json: run npm install`);
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
