import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from './sources.js';

/**
 * Loads parts of the Modeler, whose packages are written for bundlers: plain Node cannot resolve their imports.
 *
 * @param name of the bundle in node_modules/.cache
 * @param contents a module that exports what is wanted
 * @param options of esbuild
 */
export async function bundled(name, contents, options = {}) {
  const outfile = join(root, `node_modules/.cache/${name}.cjs`);
  await build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    platform: 'node',
    mainFields: ['module', 'main'],
    format: 'cjs',
    outfile,
    logLevel: 'error',
    ...options,
  });
  return createRequire(import.meta.url)(outfile);
}
