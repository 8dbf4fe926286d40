// The packed package in a browser: without a bundler, in a worker, and through the bundlers people use.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { build as esbuild } from 'esbuild';
import { build as vite } from 'vite';
import webpack from 'webpack';
import { open } from './browser.mjs';
import { copy, EXPECTED, PRINT, project, write } from './project.mjs';

const folder = project({ type: 'module' });
const installed = join(folder, 'node_modules', 'cts-tracker-validator');
const page = (script) => `<!doctype html><html lang="en"><script type="module" src="${script}"></script></html>`;
const GOOD = { title: EXPECTED, faults: [] };

/** A folder with these files and the package beside them. */
function site(name, files) {
  const path = join(folder, name);
  mkdirSync(path);
  write(path, files);
  copy(installed, join(path, 'package'));
  return path;
}

const APP = `
  import * as validator from 'cts-tracker-validator';
  validator.init().then(() => { ${PRINT} document.title = line; });`;
const APP_WITH_TOOLS = `
  import { applyFixes, init, initTools } from 'cts-tracker-validator';
  Promise.all([init(), initTools()]).then(() => {
    document.title = applyFixes('{"tracker_type":"System","tracker_name":"system","status":"enabled"}');
  });`;
write(folder, {
  'index.html': page('./app.js'),
  'app.js': APP,
  'tools.js': APP_WITH_TOOLS,
  'inline.js': `import * as validator from 'cts-tracker-validator/inline'; ${PRINT} document.title = line;`,
});

const PLAIN = `import * as validator from './package/web.js'; await validator.init(); ${PRINT} document.title = line;`;

test('a browser without a bundler', async () => {
  assert.deepEqual(await open(site('plain', { 'index.html': page('./app.js'), 'app.js': PLAIN })), GOOD);
});

test('a server that sends another type than application/wasm', async () => {
  const path = site('typed', { 'index.html': page('./app.js'), 'app.js': PLAIN });
  assert.deepEqual(await open(path, { wasmType: 'application/octet-stream' }), GOOD);
});

test('many calls of init, and an address of its own', async () => {
  const app = `import * as validator from './package/web.js';
    const address = new URL('./package/cts_tracker.wasm', import.meta.url);
    await Promise.all([validator.init(fetch(address)), validator.init(), validator.init(address.href)]);
    ${PRINT} document.title = line;`;
  assert.deepEqual(await open(site('many', { 'index.html': page('./app.js'), 'app.js': app })), GOOD);
});

test('a web worker', async () => {
  const path = site('worker', {
    'index.html': page('./app.js'),
    'app.js': "new Worker('./worker.js', { type: 'module' }).onmessage = ({ data }) => { document.title = data; };",
    'worker.js': `import * as validator from './package/web.js'; await validator.init(); ${PRINT} postMessage(line);`,
  });
  assert.deepEqual(await open(path, { loadsScripts: true }), GOOD);
});

const FIXED = { title: '{"tracker_type":"system","tracker_name":"system","status":"enabled"}', faults: [] };

test('Vite', async () => {
  const outDir = join(folder, 'vite');
  await vite({ root: folder, configFile: false, logLevel: 'error', base: './', build: { outDir, emptyOutDir: true } });
  assert.deepEqual(await open(outDir), GOOD);
});

for (const [entry, expected, options] of [['app.js', GOOD, {}], ['tools.js', FIXED, { loadsScripts: true }]]) {
  test(`webpack, ${entry}`, async () => {
    const path = join(folder, `webpack-${entry}`);
    const config = { mode: 'production', context: folder, entry: `./${entry}`, output: { path, filename: 'main.js' } };
    const stats = await new Promise((done, failed) => webpack(config, (error, stats) => (error ? failed(error) : done(stats))));
    assert.deepEqual(stats.toJson({ all: false, errors: true }).errors, []);
    write(path, { 'index.html': page('./main.js') });
    assert.deepEqual(await open(path, options), expected);
  });
}

test('esbuild, with ./inline', async () => {
  const outdir = join(folder, 'esbuild');
  await esbuild({ entryPoints: [join(folder, 'inline.js')], bundle: true, format: 'esm', outdir, logLevel: 'error' });
  write(outdir, { 'index.html': page('./inline.js') });
  assert.deepEqual(await open(outdir), GOOD);
});
