// Makes one file of each contender, and the files they read, in a folder that is removed at the end.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { CONTENDERS, SCRIPTS } from './contenders.mjs';

const here = import.meta.dirname;
const PACKAGE = 'cts-tracker-validator';

/** The schema without what only people read, so that nobody has to carry it. */
function bare(schema) {
  if (typeof schema !== 'object' || schema === null) return schema;
  if (Array.isArray(schema)) return schema.map(bare);
  const isWords = ([name, value]) => (name === 'title' || name === 'description') && typeof value === 'string';
  return Object.fromEntries(
    Object.entries(schema)
      .filter((entry) => !isWords(entry))
      .map(([name, value]) => [name, bare(value)]),
  );
}

/** Modules that are made here: the schema, and what ajv writes for it. */
function made(schema) {
  const ajv = new Ajv2020({ allErrors: true, strict: false, code: { source: true, esm: true } });
  const modules = {
    'bench:schema': `export default ${JSON.stringify(schema)}`,
    'bench:ajv-standalone': standalone.default(ajv, ajv.compile(schema)),
  };
  return {
    name: 'made',
    setup(build) {
      build.onResolve({ filter: /^bench:/ }, ({ path }) => ({ path, namespace: 'made' }));
      build.onLoad({ filter: /.*/, namespace: 'made' }, ({ path }) => ({ contents: modules[path], resolveDir: here }));
    },
  };
}

/** Installs the tarball as a user would and returns the workshop in which everybody is made. */
export function workshop(tarball) {
  const folder = mkdtempSync(join(tmpdir(), 'cts-bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  const quiet = ['--offline', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];
  execFileSync('npm', ['install', ...quiet, tarball], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  const validator = createRequire(join(folder, 'index.js'))(PACKAGE);
  const installed = join(folder, 'node_modules', PACKAGE);
  const plugins = [made(bare(validator.schema()))];
  const bundle = (entry, options) =>
    build({
      entryPoints: [entry],
      bundle: true,
      minify: true,
      format: 'esm',
      target: 'es2022',
      legalComments: 'none',
      logLevel: 'error',
      nodePaths: [join(folder, 'node_modules')],
      plugins,
      ...options,
    });
  return { folder, installed, validator, bundle };
}

/** Makes every contender ready to be imported by Node.js from the folder. */
export async function contenders({ folder, installed, bundle }) {
  const chinese = SCRIPTS.flatMap((id) => CONTENDERS[id].chinese ?? []);
  for (const id of [...SCRIPTS, ...chinese]) {
    await bundle(join(here, 'peers', `${id}.mjs`), { platform: 'node', outfile: join(folder, `${id}.mjs`) });
  }
  for (const name of readdirSync(installed)) {
    if (name.endsWith('.wasm')) copyFileSync(join(installed, name), join(folder, name));
  }
}
