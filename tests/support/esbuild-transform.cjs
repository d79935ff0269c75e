// Compiles TypeScript for Jest with the same esbuild that makes the bundles; types are `npm run check`'s concern.
const { createHash } = require('node:crypto');
const { transformSync, version } = require('esbuild');

const options = {
  loader: 'ts',
  format: 'cjs',
  target: 'node20',
  sourcemap: 'inline',
  supported: { 'dynamic-import': false }, // Jest's realm cannot import(); esbuild then writes require()
};

module.exports = {
  process: (source, path) => transformSync(source, { ...options, sourcefile: path }),
  getCacheKey: (source, path) =>
    createHash('sha256')
      .update(`${version}${JSON.stringify(options)}${path}\0${source}`)
      .digest('hex'),
};
