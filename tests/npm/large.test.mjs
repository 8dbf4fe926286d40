// Very large and very deep inputs through the package, in bounded time and memory.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { project } from './project.mjs';

const require = createRequire(join(project(), 'index.js'));
const { check, checkLines, diff, format, fromTracker, isValid } = require('cts-tracker-validator');

const SIZE = 10_000_000;
/** Wide, as test machines are slow and busy; what grows with the square of the size takes far longer. */
const PATIENCE = 30_000;
/** Of all processes' memory: the text as JavaScript has it and as the module has it, several times over. */
const MEMORY = 400_000_000;

const times = (unit) => unit.repeat(SIZE / unit.length);
const body = (members) => `{"tracker_type":"data",${members},"tracker_name":"orders"}`;

const TEXTS = {
  'a long text': [body(`"kms_id":"${'追'.repeat(SIZE / 3)}"`), 'encryption-on-data'],
  'a long text with escapes': [body(`"agency_name":"${times('\\u8ffd')}"`), 'agency-name-enum'],
  'white space': [times(' \n') + body('"status":1'), 'wrong-json-type'],
  'a wide list': [body(`"x":[${times('0,')}0],"status":1`), 'wrong-json-type'],
  'a long number': [body(`"obs_info":{"bucket_lifecycle":${times('7')}}`), 'number-not-integer'],
  'deep lists': [times('['), 'body-syntax'],
  'deep objects': [times('{"obs_info":'), 'body-syntax'],
  'not closed': [`{"a":"${times('x')}`, 'body-syntax'],
};

function bounded(name, work) {
  const start = performance.now();
  const result = work();
  const took = performance.now() - start;
  assert.ok(took < PATIENCE, `${name}: ${took} ms`);
  return result;
}

test('ten megabytes are judged', () => {
  const before = process.memoryUsage().rss;
  for (const [name, [text, code]] of Object.entries(TEXTS)) {
    const report = bounded(name, () => check(text, { level: 'error' }));
    assert.ok(report.diagnostics.some((found) => found.code === code), `${name}: ${JSON.stringify(report.diagnostics).slice(0, 500)}`);
    assert.ok(report.diagnostics.length < 5, name);
    assert.equal(bounded(name, () => isValid(text)), false, name);
  }
  const grown = process.memoryUsage().rss - before;
  assert.ok(grown < MEMORY, `${grown} bytes`);
});

test('a hundred thousand lines are judged in one call', () => {
  const line = '{"tracker_type":"system","tracker_name":"system","status":"enabled","is_lts_enabled":false}';
  const lines = `${line}\n`.repeat(100_000);
  const report = bounded('lines', () => checkLines(lines, { level: 'error' }));
  assert.deepEqual([report.bodies, report.valid, report.lines.length], [100_000, true, 0]);
});

test('depth ends every function, not only the check', () => {
  const deep = '['.repeat(100_000);
  for (const work of [() => format(deep), () => fromTracker(deep), () => diff(deep, '{}'), () => check('{}', { current: deep })]) {
    assert.throws(() => bounded('depth', work), (error) => error.name === 'CtsTrackerError' && error.code !== 'panic');
  }
  assert.equal(check('{"tracker_type":"system"}', { level: 'error' }).diagnostics.length, 1);
});
