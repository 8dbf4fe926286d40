// The corpus that all ways to a verdict share (tests/corpus), through the package and both commands.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { given, project } from './project.mjs';

const folder = project();
const require = createRequire(join(folder, 'index.js'));
const { applyFixes, check, checkLines, isValid } = require('cts-tracker-validator');

const LOCALES = ['en', 'zh-CN'];
const read = (name) => readFileSync(join(import.meta.dirname, '..', 'corpus', name), 'utf8');

/** The bytes of a body, as crates and tests in Rust make them too (tests/corpus/corpus.rs). */
function bytes({ text, hex, times = 1, spaces = 0 }) {
  const once = hex === undefined ? Buffer.from(text) : Buffer.from(hex, 'hex');
  return Buffer.concat([...Array(times).fill(once), Buffer.alloc(spaces, ' ')]);
}

/** Every case with its bytes and its context as options. */
const cases = JSON.parse(read('cases.json')).map(({ name, context = {}, ...body }) => {
  const options = {};
  if (context.project_id !== undefined) options.projectId = context.project_id;
  if (context.region !== undefined) options.region = context.region;
  if (context.current !== undefined) options.current = context.current;
  return { name, bytes: bytes(body), text: body.hex === undefined ? bytes(body).toString() : undefined, options };
});

/** The expected diagnostics by name, as the text that has to come out. */
function expected(locale) {
  const lines = read(`expected.${locale}.ndjson`).trimEnd().split('\n');
  return new Map(lines.map((line) => [JSON.parse(line).name, line.slice(line.indexOf(',"diagnostics":') + 15, -1)]));
}

for (const locale of LOCALES) {
  const wanted = expected(locale);

  test(`every case has the expected diagnostics (${locale})`, () => {
    assert.deepEqual([...wanted.keys()], cases.map(({ name }) => name));
    for (const { name, bytes, text, options } of cases) {
      for (const input of text === undefined ? [bytes] : [bytes, text]) {
        const report = check(input, { ...options, locale });
        assert.equal(JSON.stringify(report.diagnostics), wanted.get(name), name);
        assert.equal(isValid(input, options), report.valid, name);
        assert.equal(report.valid, report.counts.error === 0, name);
      }
    }
  });

  test(`cases of one line are judged the same as lines (${locale})`, () => {
    const some = cases.filter(({ text, options }) => text?.trim() && !/[\n\r]/.test(text) && Object.keys(options).length === 0);
    assert.ok(some.length > 80);
    const { lines, bodies } = checkLines(some.map(({ text }) => text).join('\n'), { locale });
    assert.equal(bodies, some.length);
    const found = new Map(lines.map(({ line, diagnostics }) => [line - 1, JSON.stringify(diagnostics)]));
    for (const [index, { name }] of some.entries()) assert.equal(found.get(index) ?? '[]', wanted.get(name), name);
  });

  test(`both commands print the expected diagnostics (${locale})`, () => {
    const bodies = join(folder, `bodies-${locale}`);
    mkdirSync(bodies);
    const some = cases.filter(({ options }) => Object.keys(options).length === 0);
    const files = some.map((one, index) => ({ ...one, file: `${String(index).padStart(3, '0')}.json` }));
    for (const { file, bytes } of files) writeFileSync(join(bodies, file), bytes);
    for (const command of [given('CTS_COMMAND'), join(folder, 'node_modules', '.bin', 'cts-tracker')]) {
      const words = ['check', '--format', 'json', '--locale', locale, '.'];
      const { status, stdout, stderr } = spawnSync(command, words, { cwd: bodies, encoding: 'utf8', maxBuffer: 1 << 28 });
      assert.deepEqual([status, stderr], [1, '']);
      const lines = stdout.split('\n').filter((line) => line.startsWith('{"file":'));
      assert.equal(lines.length, files.length);
      for (const [index, { file, name }] of files.entries()) {
        const diagnostics = wanted.get(name);
        const valid = !diagnostics.includes('"severity":"error"');
        const line = `{"file":"${file}","line":null,"valid":${valid},"diagnostics":${diagnostics}}`;
        assert.equal(lines[index].replace(/,$/, ''), line, name);
      }
    }
  });
}

test('fixes give the expected texts', () => {
  const mended = new Map(read('mended.ndjson').trimEnd().split('\n').map((line) => JSON.parse(line)).map(({ name, text }) => [name, text]));
  assert.ok(mended.size > 20);
  for (const { name, bytes, text, options } of cases) {
    const wanted = mended.has(name) ? Buffer.from(mended.get(name)) : bytes;
    assert.ok(wanted.equals(applyFixes(bytes, options)), name);
    if (text !== undefined) assert.equal(applyFixes(text, options), wanted.toString(), name);
  }
});
