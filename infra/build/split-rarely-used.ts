import { basename, extname } from 'node:path';
import type { Plugin } from 'esbuild';

/** What a bundle loads from beside itself, by its name there. */
export type SeparateFiles = Map<string, { readonly path: string; readonly isCode: boolean }>;

/** What is seldom needed and large: it is no part of the bundle, whose start would have to read it each time. */
const SELDOM_NEEDED = /\/draw-chart$/;

/**
 * Keeps out of a bundle what it asks for by `import()` of a module that is seldom needed, which becomes a bundle of its own
 * beside it, and by `require.resolve` of a package's file, which is copied there. Notes each in `apart`.
 */
export const splitRarelyUsed = (apart: SeparateFiles): Plugin => ({
  name: 'set-apart',
  setup: (build) => {
    const leave = (name: string, path: string, isCode: boolean) => {
      const known = apart.get(name)?.path ?? path;
      if (known !== path) throw new Error(`${known} and ${path} would have one name`);
      apart.set(name, { path, isCode });
      return { path: `./${name}`, external: true };
    };
    build.onResolve({ filter: SELDOM_NEEDED }, async ({ path, kind, resolveDir, importer, pluginData }) => {
      if (kind !== 'dynamic-import' || pluginData === splitRarelyUsed) return undefined;
      const found = await build.resolve(path, { kind, resolveDir, importer, pluginData: splitRarelyUsed });
      return leave(`${basename(path)}.cjs`, found.path, true);
    });
    build.onResolve({ filter: /\.\w+$/ }, ({ path, kind, resolveDir }) =>
      kind === 'require-resolve' && extname(path) !== '.js' && !path.startsWith('.')
        ? leave(basename(path), require.resolve(path, { paths: [resolveDir] }), false)
        : undefined,
    );
  },
});
