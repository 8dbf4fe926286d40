// What JavaScript has and JSON has not, wrong use, and faults of the package itself.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { given, project } from './project.mjs';

const folder = project();
const require = createRequire(join(folder, 'index.js'));
const validator = require('cts-tracker-validator');
const { check, checkLines, isValid, applyFixes, CtsTrackerError, standardSchema } = validator;

const only = (report) => {
  assert.equal(report.diagnostics.length, 1, JSON.stringify(report));
  return report.diagnostics[0];
};

test('half of a surrogate pair has the verdict of its escape, at the same place', () => {
  for (const [lone, escaped] of [
    ['{"a\ud800":1}', '{"a\\ud800":1}'],
    ['{"é\u{1f600}":"\udc00"}', '{"é\u{1f600}":"\\udc00"}'],
    ['\ud800', '\\ud800'],
    ['{"a":"\\\\\ud83d"}', '{"a":"\\\\\\ud83d"}'],
  ]) {
    const [seen, expected] = [only(check(lone)), only(check(escaped))];
    assert.deepEqual(seen, expected);
    assert.equal(seen.code, 'body-syntax');
    assert.equal(seen.range.start.utf16, lone.search(/\p{Surrogate}/u));
    assert.equal(isValid(lone), false);
  }
  // Behind a backslash it is part of an escape that does not exist.
  assert.equal(only(check('{"a":"\\\ud800"}')).params.reason, 'invalid-escape');
  // A fault before it comes first.
  assert.equal(only(check('{"a" "\ud800"}')).params.reason, 'colon-expected');
  // As a value it is escaped by JSON itself.
  assert.equal(only(check({ a: '\ud800' })).params.reason, 'lone-surrogate');
});

test('half of a surrogate pair in one line changes no other line', () => {
  const good = '{"tracker_type":"system","tracker_name":"x"}';
  const report = checkLines(`${good}\r\n\n{"\ud800":1}\n${good}`, { level: 'error' });
  assert.deepEqual(report.lines.map(({ line, utf16 }) => [line, utf16]), [[1, 0], [3, 47], [4, 55]]);
  assert.equal(report.bodies, 3);
});

test('values that JSON has not are refused with their place', () => {
  const loop = { obs_info: {} };
  loop.obs_info.self = loop;
  for (const [value, message] of [
    [{ a: Number.NaN }, '/a: JSON has no NaN'],
    [{ a: [1, Infinity] }, '/a/1: JSON has no Infinity'],
    [{ a: 1n }, '/a: JSON has no bigint'],
    [{ a: () => 1 }, '/a: JSON has no function'],
    [{ a: Symbol('x') }, '/a: JSON has no symbol'],
    [[undefined], '/0: JSON has no undefined'],
    [undefined, 'the input: JSON has no undefined'],
    [loop, '/obs_info/self: it contains itself'],
    [{ a: new Map() }, '/a: a Map would become {}'],
  ]) {
    assert.throws(() => check(value), (error) => {
      assert.ok(error instanceof CtsTrackerError);
      assert.deepEqual([error.code, error.message], ['input-invalid', message]);
      return true;
    });
  }
});

test('members that are undefined are left out, and toJSON is obeyed', () => {
  const request = { tracker_type: 'system', tracker_name: 'system', status: 'enabled' };
  assert.deepEqual(check({ ...request, kms_id: undefined }), check(request));
  assert.deepEqual(check({ toJSON: () => request }), check(request));
  const dated = check({ ...request, kms_id: new Date(0) });
  assert.deepEqual(dated, check({ ...request, kms_id: '1970-01-01T00:00:00.000Z' }));
  const failing = { toJSON() { throw new Error('of the caller'); } };
  assert.throws(() => check(failing), { message: 'of the caller' });
});

test('depth and size are bounded', () => {
  let deep = {};
  for (let level = 0; level < 100_000; level++) deep = { deep };
  assert.equal(only(check(deep)).params.reason, 'too-deep');
  assert.equal(only(check('['.repeat(100_000))).params.reason, 'too-deep');
  const long = JSON.stringify({ tracker_type: 'system', tracker_name: '追'.repeat(3_000_000) });
  const start = performance.now();
  assert.equal(check(long, { level: 'error' }).valid, false);
  assert.ok(performance.now() - start < 5000);
  assert.equal(only(check(`"${'x'.repeat(13_000_000)}"`)).code, 'body-too-large');
  // And small ones are right afterwards, in the grown memory.
  assert.equal(check('{"tracker_type":"system","tracker_name":"system"}').valid, true);
});

test('views of any kind are bytes', () => {
  const bytes = new TextEncoder().encode('xx{"tracker_type":"system","tracker_name":"system"}');
  for (const view of [bytes.subarray(2), Buffer.from(bytes).subarray(2), new DataView(bytes.buffer, 2), bytes.slice(2).buffer]) {
    assert.equal(isValid(view), true);
  }
  assert.equal(only(check(new Uint8Array([0x22, 0xff, 0x22]))).params.reason, 'invalid-utf8');
});

test('options that cannot be used are refused, each time', () => {
  for (const [options, message] of [
    [{ projectID: 'x' }, 'option projectID: it is unknown'],
    [{ level: 'fatal' }, 'option level: "fatal" is not one of error, warning and info'],
    [{ locale: 'fr' }, 'option locale: "fr" is not spoken here; en and zh-CN are'],
    [{ severities: { 'kms-key-requird': 'off' } }, 'option severities: no rule has the code "kms-key-requird"; perhaps "kms-key-required" is meant'],
    [{ region: 7 }, 'option region: it has another type'],
  ]) {
    for (let time = 0; time < 2; time++) {
      assert.throws(() => check('{}', options), { name: 'CtsTrackerError', code: 'option-invalid', message });
    }
  }
  assert.equal(check('{}').diagnostics.length, 1);
});

test('reports are the caller\'s to change', () => {
  const text = '{"tracker_type":"system"}';
  const first = check(text);
  first.diagnostics[0].path.push('x');
  first.diagnostics.length = 0;
  first.counts.error = 7;
  assert.notDeepEqual(check(text), first);
  assert.deepEqual(check(text).diagnostics[0].path, ['tracker_name']);
});

test('fixes keep what is outside of them', () => {
  const before = '{ "tracker_type" :\t"System",\r\n "tracker_name":"system", "status":"enabled","x":"\u{1f600}" }';
  const after = applyFixes(before);
  assert.equal(after, before.replace('"System"', '"system"'));
  assert.deepEqual(applyFixes(new TextEncoder().encode(before)), new TextEncoder().encode(after));
  for (const text of ['', '{', '\ufeff{}', '{"a":"\ud800"}']) assert.equal(applyFixes(text), text);
});

test('standard schema: errors become issues', async () => {
  const schema = standardSchema({ locale: 'zh-CN' })['~standard'];
  assert.deepEqual([schema.version, schema.vendor], [1, 'cts-tracker-validator']);
  const good = { tracker_type: 'system', tracker_name: 'system', status: 'enabled' };
  assert.deepEqual(await schema.validate(good), { value: good });
  const { issues } = await schema.validate({ ...good, tracker_name: 'x' });
  assert.deepEqual(issues.map(({ path }) => path), [['tracker_name']]);
  assert.match(issues[0].message, /\p{Script=Han}/u);
  assert.equal((await schema.validate('{}')).issues.length, 1);
});

test('a panic becomes a typed error and the next call works', async () => {
  const probe = given('CTS_PROBE');
  const { check, init, CtsTrackerError } = await import(pathToFileURL(join(probe, 'web.js')));
  await init(readFileSync(join(probe, 'cts_tracker.wasm')));
  for (let time = 0; time < 3; time++) {
    assert.throws(() => check('panic'), (error) => {
      assert.ok(error instanceof CtsTrackerError);
      assert.equal(error.code, 'panic');
      assert.match(error.message, /^a fault of this package: /);
      return true;
    });
    const report = check('{"tracker_type":"system"}', { locale: 'zh-CN', level: 'error' });
    assert.equal(report.diagnostics[0].code, 'tracker-name-required');
    assert.match(report.diagnostics[0].message, /\p{Script=Han}/u);
  }
});

test('loading is remembered, shared, and tried again after a failure', async () => {
  const installed = join(folder, 'node_modules', 'cts-tracker-validator');
  const { check, init, isValid, standardSchema } = await import(pathToFileURL(join(installed, 'web.js')));
  assert.throws(() => check('{}'), { code: 'not-ready', message: 'call and await init() first' });
  await assert.rejects(init(new Uint8Array([1, 2, 3])), { code: 'init-failed' });
  await assert.rejects(init('data:text/plain,no'), { code: 'init-failed' });
  assert.throws(() => isValid('{}'), { code: 'not-ready' });
  const bytes = readFileSync(join(installed, 'cts_tracker.wasm'));
  const attempts = [init(bytes), init(new Uint8Array()), init()];
  assert.equal(new Set(attempts).size, 1);
  await Promise.all(attempts);
  await init('data:text/plain,no');
  assert.equal(isValid('{}'), false);
  assert.throws(() => check('{}', { fixes: true }), { code: 'not-ready', message: 'call and await initTools() first' });
  assert.equal(standardSchema()['~standard'].validate({}).issues.length, 1);
});
