// Compiles TypeScript for Jest with the same esbuild that makes the bundles. `npm run check` checks the types.
const { createHash } = require('node:crypto');
const { transformSync, version } = require('esbuild');

const options = {
  loader: 'ts',
  format: 'cjs',
  target: 'node20',
  sourcemap: 'inline',
  supported: { 'dynamic-import': false }, // Jest cannot run import(), so esbuild writes require().
};

module.exports = {
  process: (source, path) => transformSync(source, { ...options, sourcefile: path }),
  getCacheKey: (source, path) =>
    createHash('sha256')
      .update(`${version}${JSON.stringify(options)}${path}\0${source}`)
      .digest('hex'),
};
