import { readdirSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { Plugin } from 'esbuild';

/** The files that a bundle loads from beside itself, by name. */
export type SeparateFiles = Map<string, { readonly path: string; readonly isCode: boolean }>;

/** Large modules that no start needs. In the bundle, every start would have to read them. */
const NOT_AT_START = /\/(?:draw-chart|draw-qr-code|keep-alive-client|csv-records)$/;

/** The module that reads message catalogs from the folder `locales` beside itself, or beside its bundle. */
const CATALOG_READER = /\/telegram\/read-catalog\.ts$/;

/**
 * Keeps three things out of a bundle: a large module that it loads with `import()`, which becomes a separate bundle beside it;
 * a package's file that it names with `require.resolve`, which is copied there; and the message catalogs, which are copied there
 * for a bundle that reads them. Adds each to `separate`.
 */
export const splitRarelyUsed = (separate: SeparateFiles): Plugin => ({
  name: 'split-rarely-used',
  setup: (build) => {
    const splitOff = (name: string, path: string, isCode: boolean) => {
      const known = separate.get(name)?.path ?? path;
      if (known !== path) throw new Error(`${known} and ${path} would have the same name.`);
      separate.set(name, { path, isCode });
      return { path: `./${name}`, external: true };
    };
    build.onResolve({ filter: NOT_AT_START }, async ({ path, kind, resolveDir, importer, pluginData }) => {
      if (kind !== 'dynamic-import' || pluginData === splitRarelyUsed) return undefined;
      const found = await build.resolve(path, { kind, resolveDir, importer, pluginData: splitRarelyUsed });
      return splitOff(`${basename(path)}.cjs`, found.path, true);
    });
    build.onLoad({ filter: CATALOG_READER }, ({ path }) => {
      const folder = dirname(path);
      for (const entry of readdirSync(join(folder, 'locales'), { recursive: true, withFileTypes: true })) {
        const file = join(entry.parentPath, entry.name);
        if (extname(file) === '.ftl') splitOff(file.slice(folder.length + 1), file, false);
      }
      return undefined;
    });
    build.onResolve({ filter: /\.\w+$/ }, ({ path, kind, resolveDir }) =>
      kind === 'require-resolve' && extname(path) !== '.js' && !path.startsWith('.')
        ? splitOff(basename(path), require.resolve(path, { paths: [resolveDir] }), false)
        : undefined,
    );
  },
});
