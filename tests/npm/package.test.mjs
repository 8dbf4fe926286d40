// What the package promises about itself: exports, types, documentation, contents.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { given, project, write } from './project.mjs';

const folder = project({ type: 'module' });
const installed = join(folder, 'node_modules', 'cts-tracker-validator');
const bin = join(import.meta.dirname, 'node_modules', '.bin');
const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
const require = createRequire(join(folder, 'index.js'));

test('publint has nothing to say', async () => {
  const { messages } = await publint({ pkgDir: installed, strict: true });
  assert.deepEqual(messages.map((message) => formatMessage(message, manifest)), []);
});

test('types fit every way of importing', () => {
  const words = ['--profile', 'node16', '--no-emoji', '--no-color', '--exclude-entrypoints', 'cts_tracker.wasm', 'cts_tracker_tools.wasm'];
  const { status, stdout } = spawnSync(join(bin, 'attw'), [given('CTS_TARBALL'), ...words], { encoding: 'utf8' });
  assert.equal(status, 0, stdout);
});

test('no dependency, no script that runs on installation, licences included', () => {
  for (const name of ['dependencies', 'peerDependencies', 'optionalDependencies', 'scripts']) {
    assert.equal(manifest[name], undefined, name);
  }
  const names = readdirSync(installed);
  for (const name of ['LICENSE-APACHE', 'LICENSE-MIT', 'README.md']) assert.ok(names.includes(name), name);
  assert.ok(names.length <= 20, names.join(' '));
});

test('no code is made from strings, and no path of the builder is in it', () => {
  for (const name of readdirSync(installed)) {
    const text = readFileSync(join(installed, name), 'latin1');
    if (/\.c?js$/.test(name)) assert.doesNotMatch(text, /\beval\(|new Function\b/, name);
    assert.deepEqual(text.match(/\/(?:root|home|Users)\/[\w.-]+\/[\w./-]*/g) ?? [], [], name);
  }
});

test('both kinds of module export the same, and what is declared', async () => {
  const common = Object.keys(require('cts-tracker-validator')).sort();
  const declared = [...readFileSync(join(installed, 'index.d.ts'), 'utf8').matchAll(/^export declare (?:function|class|const) (\w+)/gm)];
  const names = [...new Set(declared.map(([, name]) => name))].sort();
  assert.deepEqual(common, names);
  for (const file of ['node.js', 'web.js', 'inline.js', 'inline.cjs']) {
    const found = file.endsWith('.cjs') ? require(join(installed, file)) : await import(join(installed, file));
    assert.deepEqual(Object.keys(found).sort(), names, file);
  }
});

test('codes are the rules of the module', async () => {
  const { severities } = await import(join(installed, 'codes.js'));
  const { codes } = require('cts-tracker-validator');
  assert.deepEqual(Object.entries(severities), codes().map(({ code, severity }) => [code, severity]));
  for (const { message } of codes({ locale: 'zh-CN' })) assert.match(message, /\p{Script=Han}/u);
});

/** Compiles a TypeScript file and returns what the compiler says. */
function compile(name, text, ...options) {
  write(folder, { [name]: text });
  const words = ['--noEmit', '--strict', '--skipLibCheck', 'false', '--target', 'es2022', '--lib', 'es2022,dom'];
  const { stdout } = spawnSync(join(bin, 'tsc'), [...words, ...options, name], { cwd: folder, encoding: 'utf8' });
  return stdout;
}

const USE = `
  import { check, checkLines, applyFixes, explainResponse, schema, standardSchema, CtsTrackerError } from 'cts-tracker-validator';
  import type { Code, Diagnostic, Fix, Options, Report, UpdateTrackerRequest } from 'cts-tracker-validator';
  const options: Options = { level: 'warning', locale: 'zh-CN', severities: { 'kms-key-required': 'off' }, current: { trackers: [] } };
  const request: UpdateTrackerRequest = { tracker_type: 'data', tracker_name: 'x', obs_info: { bucket_lifecycle: 30 } };
  const report: Report = check(request, options);
  const first: Diagnostic | undefined = report.diagnostics[0];
  const code: Code | undefined = first?.code;
  const offset: number | undefined = first?.range?.start.utf16;
  const fix: Fix | null | undefined = first?.fix;
  const text: string = applyFixes('{}');
  const bytes: Uint8Array = applyFixes(new Uint8Array());
  const meaning: string = explainResponse({ status: 400, headers: new Headers(), body: '' }).meaning;
  const version: 1 = standardSchema()['~standard'].version;
  if (code === 'kms-key-required') console.log(offset, fix, text, bytes, meaning, version, schema(), checkLines('').lines[0]?.diagnostics);
  try { check('') } catch (error) { if (error instanceof CtsTrackerError && error.code === 'panic') throw error; }
`;

for (const [kind, options] of [['node16', ['--module', 'node16']], ['bundler', ['--module', 'esnext', '--moduleResolution', 'bundler']]]) {
  test(`types can be used (${kind})`, () => {
    assert.equal(compile('use.ts', USE, ...options), '');
    assert.equal(compile('use.cts', USE, ...options), '');
  });
}

test('types refuse what is wrong', () => {
  for (const [text, expected] of [
    ["check('', { severities: { 'kms-key-requird': 'off' } })", 'kms-key-requird'],
    ["check('', { level: 'fatal' })", "'\"fatal\"'"],
    ["check('').diagnostics[0]!.code === 'nonsense'", 'no overlap'],
    ["const r: UpdateTrackerRequest = { tracker_type: 'system' }", 'tracker_name'],
    ["checkLines('', { fixes: true })", 'fixes'],
  ]) {
    const source = `import { check, checkLines, type UpdateTrackerRequest } from 'cts-tracker-validator';\nconsole.log(checkLines);${text};`;
    assert.match(compile('wrong.ts', source, '--module', 'node16'), new RegExp(expected));
  }
});

test('reports fit Standard Schema', () => {
  const source = `import type { StandardSchemaV1 } from '@standard-schema/spec';
    import { standardSchema, type UpdateTrackerRequest } from 'cts-tracker-validator';
    export const schema: StandardSchemaV1<UpdateTrackerRequest> = standardSchema();`;
  const paths = join(import.meta.dirname, 'node_modules', '@standard-schema', 'spec');
  write(folder, { 'tsconfig.json': JSON.stringify({
    compilerOptions: { noEmit: true, strict: true, target: 'es2022', lib: ['es2022', 'dom'], types: [], module: 'esnext', moduleResolution: 'bundler', paths: { '@standard-schema/spec': [paths] } },
    files: ['standard.ts'],
  }), 'standard.ts': source });
  const { stdout } = spawnSync(join(bin, 'tsc'), ['-p', folder], { cwd: folder, encoding: 'utf8' });
  assert.equal(stdout, '');
});

test('examples of the documentation run and print what they say', () => {
  const text = readFileSync(join(installed, 'README.md'), 'utf8');
  const examples = [...text.matchAll(/```js\n([\s\S]*?)```\n+(?:prints\n+```(?:text)?\n([\s\S]*?)```)?/g)];
  assert.ok(examples.length >= 5);
  for (const [, source, expected] of examples) {
    write(folder, { 'example.mjs': source });
    const printed = execFileSync('node', ['example.mjs'], { cwd: folder, encoding: 'utf8' });
    if (expected !== undefined) assert.equal(printed, expected);
  }
});
