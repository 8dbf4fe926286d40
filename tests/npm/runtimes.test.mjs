// The packed package in each runtime that the registry offers.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { EXPECTED, PRINT, project, write } from './project.mjs';

const folder = project();
const bin = join(import.meta.dirname, 'node_modules', '.bin');
const IMPORT = "import * as validator from 'cts-tracker-validator';";

write(folder, {
  'import.mjs': `${IMPORT}${PRINT}console.log(line);`,
  'require.cjs': `const validator = require('cts-tracker-validator');${PRINT}console.log(line);`,
  'inline.mjs': `import * as validator from 'cts-tracker-validator/inline';${PRINT}console.log(line);`,
  'inline.cjs': `const validator = require('cts-tracker-validator/inline');${PRINT}console.log(line);`,
  'codes.mjs': "import { severities } from 'cts-tracker-validator/codes'; console.log(severities['kms-key-required']);",
  'codes.cjs': "console.log(require('cts-tracker-validator/codes').severities['kms-key-required']);",
  'awaited.mjs': `${IMPORT} await validator.init(); await validator.initTools(); console.log(validator.applyFixes('{}'), validator.schema().type);`,
  'tools.mjs': `${IMPORT} console.log(validator.format('{"a":1}').length, validator.codes().length > 80);`,
  'worker.mjs': `
    import { Worker, isMainThread, parentPort } from 'node:worker_threads';
    ${IMPORT}${PRINT}
    if (isMainThread) {
      const workers = [1, 2, 3].map(() => new Promise((done) => new Worker(new URL(import.meta.url)).once('message', done)));
      console.log([line, ...(await Promise.all(workers))].join('\\n'));
    } else parentPort.postMessage(line);`,
});

const run = (program, ...words) =>
  execFileSync(program, words, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }).trim();

test('Node.js: import', () => assert.equal(run('node', 'import.mjs'), EXPECTED));
test('Node.js: require', () => assert.equal(run('node', 'require.cjs'), EXPECTED));
test('Node.js: import ./inline', () => assert.equal(run('node', 'inline.mjs'), EXPECTED));
test('Node.js: require ./inline', () => assert.equal(run('node', 'inline.cjs'), EXPECTED));
test('Node.js: import ./codes', () => assert.equal(run('node', 'codes.mjs'), 'error'));
test('Node.js: require ./codes', () => assert.equal(run('node', 'codes.cjs'), 'error'));
test('Node.js: init() changes nothing', () => assert.equal(run('node', 'awaited.mjs'), '{} object'));
test('Node.js: tools open by themselves', () => assert.equal(run('node', 'tools.mjs'), '12 true'));
test('Node.js: without code from strings', () =>
  assert.equal(run('node', '--disallow-code-generation-from-strings', 'import.mjs'), EXPECTED));
test('Node.js: worker threads', () =>
  assert.equal(run('node', 'worker.mjs'), [EXPECTED, EXPECTED, EXPECTED, EXPECTED].join('\n')));

const deno = (...words) => run(join(bin, 'deno'), 'run', '--quiet', '--no-remote', '--node-modules-dir=manual', '--allow-read', '--allow-env', ...words);
test('Deno: import', () => assert.equal(deno('import.mjs'), EXPECTED));
test('Deno: require', () => assert.equal(deno('require.cjs'), EXPECTED));
test('Deno: tools', () => assert.equal(deno('tools.mjs'), '12 true'));
test('Deno: ./codes', () => assert.equal(deno('codes.mjs'), 'error'));

test('Bun: import', () => assert.equal(run(join(bin, 'bun'), 'import.mjs'), EXPECTED));
test('Bun: require', () => assert.equal(run(join(bin, 'bun'), 'require.cjs'), EXPECTED));
test('Bun: tools', () => assert.equal(run(join(bin, 'bun'), 'tools.mjs'), '12 true'));
test('Bun: ./inline', () => assert.equal(run(join(bin, 'bun'), 'inline.mjs'), EXPECTED));
