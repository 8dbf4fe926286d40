// What the comparison with other libraries stands on: that all of them judge the same rules, and how numbers are made.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { agree } from './bench/agree.mjs';
import { contenders, workshop } from './bench/build.mjs';
import { cells, ndjson } from './bench/cells.mjs';
import { median, processorTime } from './bench/clock.mjs';
import { CONTENDERS, complete } from './bench/contenders.mjs';
import { corpus } from './bench/corpus/corpus.mjs';
import { document } from './bench/document.mjs';
import { Speed, chosen } from './bench/speed.mjs';
import { given } from './project.mjs';

// Enough for every rule to be broken somewhere.
const bodies = corpus(1500);
let shop;
before(async () => {
  shop = workshop(given('CTS_TARBALL'));
  await contenders(shop);
});

const judged = (items) => agree(shop.validator, shop.folder, items);

test('every library gives the verdict of the corpus', async () => {
  // Eleven who judge, each asked for a body in four ways.
  assert.equal(await judged(bodies), 11 * 4 * 3000);
});

test('a wrong verdict, an error that is not named and a rule without a body are noticed', async () => {
  const [first] = bodies.invalid;
  await assert.rejects(judged({ ...bodies, valid: [{ ...first, codes: [] }] }), /instead of/);
  await assert.rejects(judged({ ...bodies, invalid: [...bodies.invalid, bodies.valid[0]] }), /made up|missed/);
  const without = bodies.invalid.filter(({ codes }) => !codes.includes('kms-key-padding'));
  await assert.rejects(judged({ ...bodies, invalid: without }), /no body of the corpus breaks kms-key-padding/);
});

test('the same seed gives the same bodies', () => {
  assert.deepEqual(corpus(20), corpus(20));
  assert.notDeepEqual(corpus(20), corpus(20, 1));
});

test('cells hold the bodies of their kind', () => {
  const found = [...cells(bodies)];
  assert.equal(found.length, 8);
  for (const { name, door, inputs } of found) {
    assert.equal(new Set(inputs).size <= 16, name.includes('hot'));
    const texts = door === 'text' ? inputs : inputs.map((input) => JSON.stringify(input));
    assert.equal(shop.validator.isValid(texts[0]), name.endsWith(' valid'));
  }
  assert.equal(ndjson(bodies).trimEnd().split('\n').length, 3000);
});

test('a library without lines gets them', () => {
  const { lines, bytes } = complete({ value: (number) => (number > 1 ? ['too much'] : []) });
  const expected = [{ line: 2, diagnostics: ['too much'] }];
  assert.deepEqual(lines('1\n2\n0\n'), expected);
  assert.deepEqual(bytes(new TextEncoder().encode('1\n2')), expected);
});

test('ratios are taken within a round', () => {
  const speed = new Speed();
  // A machine that gets slower and slower, and somebody who always needs half of the time.
  for (const time of [1, 10, 100]) {
    speed.add('ajv', { times: { cell: time }, named: {} });
    speed.add('other', { times: { cell: time / 2 }, named: {} });
  }
  assert.equal(speed.ratio('other', 'cell', 'ajv'), 2);
  assert.equal(speed.time('ajv', 'cell'), 10);
  assert.equal(speed.has('other', 'elsewhere'), false);
  assert.equal(median([4, 1, 3, 2]), 2.5);
});

test('the document names what was lost and what was missed', () => {
  const speed = new Speed();
  const names = [...cells(bodies)].map(({ name }) => name);
  for (const id of Object.keys(CONTENDERS)) {
    // Everybody needs 10 and ours 2, apart from one cell in which ajv needs 1.
    const times = Object.fromEntries([...names, 'lines, text', 'lines, bytes', 'report, English'].map((name) => [name, 10]));
    if (id.startsWith('ours')) for (const name of Object.keys(times)) times[name] = 2;
    if (id === 'ajv') times['value, hot valid'] = 1;
    speed.add(id, { times, named: { English: { count: 8, message: '', hasRange: id === 'ours' } } });
  }
  const starts = ['ours, bundled', 'ajv', 'valibot'].map((name, index) => ({ name, wall: 3 - index, processor: 3 }));
  const weights = ['ours', 'valibot'].map((name, index) => ({ name, raw: 9, gzip: 8, brotli: 7 - index }));
  const settings = { rounds: 1, samples: 1 };
  const text = document({ speed, starts, weights, compared: 1, settings, bodies });
  const losses = text.split('## Where others are better')[1].split('## Targets')[0].split('\n').filter((line) => line.startsWith('- '));
  assert.deepEqual(losses, [
    '- ready value, hot valid: ajv 2.00 × as fast',
    '- first verdict after import: ajv, valibot sooner',
    '- bytes, brotli: valibot lighter',
  ]);
  assert.deepEqual(text.split('\n').filter((line) => line.includes('missed')), [
    '| `checkLinesBrief`, bytes, to ajv | ≥ 6 × | 5.0 × | **missed** |',
    '| `checkBrief`, ready value, to ajv (the worst of four) | ≥ 1 × | 0.5 × | **missed** |',
    '| first verdict after import, of the time of valibot | ≤ 2 × | 3.0 × | **missed** |',
  ]);
});

test('a choice of contenders is one of those there are, with the one that all are compared with', () => {
  assert.deepEqual(chosen('ours,ajv'), ['ours', 'ajv']);
  assert.deepEqual(chosen(undefined), Object.keys(CONTENDERS));
  assert.throws(() => chosen('ajv,joi'), /there is no joi/);
  assert.throws(() => chosen('ours'), /ajv has to be among them/);
});

test('more work takes more time', () => {
  const sum = (length) => () => Array.from({ length }, (_, index) => Math.sqrt(index)).length;
  assert.ok(processorTime(sum(100_000), 1, 20) > 4 * processorTime(sum(1000), 1, 20));
});
