// The verdict of the package is that of the crate, byte for byte, by every way in.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { texts, values } from './corpus.mjs';
import { given, project } from './project.mjs';

const folder = project();
const require = createRequire(join(folder, 'index.js'));
const validator = require('cts-tracker-validator');
const { check, checkBrief, checkLines, checkLinesBrief, isValid } = validator;

/** The diagnostics of the native command for each text, as the JSON that it wrote. */
function native(all, ...options) {
  const run = { input: all.join('\n'), maxBuffer: 1 << 30, encoding: 'utf8' };
  let output;
  try {
    output = execFileSync(given('CTS_COMMAND'), ['check', '--lines', '--format', 'json', ...options, '-'], run);
  } catch (error) {
    assert.equal(error.status, 1);
    output = error.stdout;
  }
  const byLine = new Map();
  for (const line of output.split('\n')) {
    const found = /^\{"file":"<stdin>","line":(\d+),"valid":(true|false),"diagnostics":(.*)\},?$/.exec(line);
    if (found) byLine.set(Number(found[1]) - 1, { valid: found[2] === 'true', diagnostics: found[3] });
  }
  return byLine;
}

const LOCALES = ['en', 'zh-CN'];

for (const locale of LOCALES) {
  const expected = native(texts, '--locale', locale);

  test(`text gives the diagnostics of the crate (${locale})`, () => {
    assert.equal(expected.size, texts.filter((text) => /[^ \t\r\f]/.test(text)).length);
    assert.ok(expected.size > 500);
    for (const [index, { valid, diagnostics }] of expected) {
      const report = check(texts[index], { locale });
      assert.equal(JSON.stringify(report.diagnostics), diagnostics, texts[index]);
      assert.equal(report.valid, valid);
      assert.equal(isValid(texts[index]), valid);
      const counts = { error: 0, warning: 0, info: 0 };
      for (const { severity } of report.diagnostics) counts[severity]++;
      assert.deepEqual(report.counts, counts);
    }
  });

  test(`without words the same is found (${locale})`, () => {
    const bare = ({ code, severity, pointer, path }) => ({ code, severity, pointer, path });
    const brief = new Map(checkLinesBrief(texts.join('\n'), { locale }).lines.map((line) => [line.line - 1, line]));
    for (const [index, text] of texts.entries()) {
      const { valid, diagnostics } = check(text, { locale });
      assert.deepEqual(checkBrief(text, { locale }), { valid, diagnostics: diagnostics.map(bare) });
      assert.deepEqual(brief.get(index)?.diagnostics ?? [], expected.has(index) ? diagnostics.map(bare) : []);
    }
  });

  test(`bytes give the same as text (${locale})`, () => {
    const encoder = new TextEncoder();
    for (const text of texts) {
      assert.deepEqual(check(encoder.encode(text), { locale }), check(text, { locale }));
    }
  });

  test(`lines give the same as single texts (${locale})`, () => {
    const report = checkLines(texts.join('\n'), { locale });
    assert.equal(report.bodies, expected.size);
    assert.equal(report.valid, false);
    const found = new Map(report.lines.map((line) => [line.line - 1, line]));
    let utf16 = 0;
    let byte = 0;
    for (const [index, text] of texts.entries()) {
      const line = found.get(index);
      if (line) {
        assert.deepEqual([line.utf16, line.byte], [utf16, byte]);
        assert.equal(JSON.stringify(line.diagnostics), expected.get(index).diagnostics);
        assert.equal(line.valid, expected.get(index).valid);
      }
      utf16 += text.length + 1;
      byte += new TextEncoder().encode(text).length + 1;
    }
  });
}

test('fixes are those of the crate', () => {
  for (const text of texts) {
    const { diagnostics } = check(text, { fixes: true });
    const without = diagnostics.map((diagnostic) => ({ ...diagnostic, fix: null }));
    assert.deepEqual(without, check(text).diagnostics);
  }
  const { diagnostics } = check('{"tracker_type":"System","tracker_name":"system"}', { fixes: true });
  assert.deepEqual(diagnostics.find(({ fix }) => fix?.safe).fix.patch[0].op, 'replace');
});

test('a ready object gives the same as its text, without places', () => {
  for (const value of values) {
    const report = check(JSON.stringify(value));
    for (const diagnostic of report.diagnostics) diagnostic.range = null;
    assert.deepEqual(check(value), report);
    assert.equal(isValid(value), report.valid);
  }
});

test('a ready object is taken whatever is in it', () => {
  const long = [70_000, 200_000].flatMap((length) => ['x', '\u{1f600}', '"', '\u65e5'].map((letter) => letter.repeat(length)));
  const strange = [
    ...long.map((text) => ({ tracker_name: text })),
    ...long.map((name) => ({ tracker_type: 'data', [name]: 1 })),
    ...['\ud83d', 'a\ud83d"', '\u0000', '\u007f', '\u0080', '\u07ff', '\u0800', '\uffff'].map((text) => ({ tracker_type: text, [text]: text })),
    { obs_info: { tracker_type: 'a', bucket_name: { obs_info: { bucket_name: 'x' } } }, data_bucket: [{ data_event: [] }] },
    { tracker_type: -0, bucket_lifecycle: 1e21, kms_id: 0.1, status: null, a: [[], {}, [null, true]] },
    { 'a"b': 1, 'a\\b': 1, 'a\nb': 1, '': {} },
    Object.assign(Object.create(null), { tracker_type: 'system', obs_info: Object.create(null) }),
    [{ tracker_type: 'system' }], 1, true, null,
  ];
  for (const value of strange) {
    const report = check(JSON.stringify(value));
    for (const diagnostic of report.diagnostics) diagnostic.range = null;
    assert.deepEqual(check(value), report);
    assert.deepEqual(checkBrief(value).diagnostics, report.diagnostics.map(({ code, severity, pointer, path }) => ({ code, severity, pointer, path })));
    assert.equal(isValid(value), report.valid);
  }
});

test('members of all objects are nobody\'s own', () => {
  const value = { tracker_type: 'system', obs_info: {} };
  const expected = check(value);
  try {
    Object.prototype.status = 'x';
    assert.deepEqual(check(value).diagnostics.map(({ code }) => code), expected.diagnostics.map(({ code }) => code));
  } finally {
    delete Object.prototype.status;
  }
});

test('a ready object has one limit of size, whatever was judged before', () => {
  const value = { tracker_type: 'system', tracker_name: 'x'.repeat(12 * 1024 * 1024 - 40) };
  const first = check(value, { level: 'error' }).diagnostics.map(({ code }) => code);
  check(' '.repeat(13 * 1024 * 1024));
  assert.deepEqual(check(value, { level: 'error' }).diagnostics.map(({ code }) => code), first);
  assert.deepEqual(check(JSON.stringify(value), { level: 'error' }).diagnostics.map(({ code }) => code), first);
});

test('options are those of the command', () => {
  const some = texts.filter((text) => text.trim() !== '').slice(0, 60);
  const cases = [
    [{ level: 'warning' }, ['--level', 'warning']],
    [{ projectId: 'x', region: 'nowhere' }, ['--project-id', 'x', '--region', 'nowhere']],
    [{ severities: { 'status-omitted': 'error', 'takes-effect-at-once': 'off' } }, ['--severity', 'status-omitted=error', '--severity', 'takes-effect-at-once=off']],
    [{}, []],
  ];
  for (const [options, words] of cases) {
    const expected = native(some, ...words);
    for (const [index, { diagnostics }] of expected) {
      assert.equal(JSON.stringify(check(some[index], options).diagnostics), diagnostics);
    }
  }
});

test('the tracker as it is configured now is compared with', () => {
  const request = '{"tracker_type":"data","tracker_name":"other","status":"enabled"}';
  const current = { trackers: [{ tracker_type: 'data', tracker_name: 'mine', status: 'enabled' }] };
  const codes = (options) => check(request, options).diagnostics.map(({ code }) => code);
  const withCurrent = codes({ current });
  assert.notDeepEqual(withCurrent, codes());
  assert.deepEqual(codes({ current: JSON.stringify(current) }), withCurrent);
  // An object that was changed since the last call is seen.
  current.trackers[0].tracker_name = 'other';
  assert.notDeepEqual(codes({ current }), withCurrent);
});
