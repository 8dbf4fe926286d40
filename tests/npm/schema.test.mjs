// The schema says what the rules say: two other validators with it agree with the package on generated bodies, apart
// from the rules that no schema can express.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { registerSchema, validate } from '@hyperjump/json-schema/draft-2020-12';
import Ajv from 'ajv';
import Ajv2020 from 'ajv/dist/2020.js';
import { Bodies } from './schema/bodies.mjs';
import { project } from './project.mjs';

const require = createRequire(join(project(), 'index.js'));
const { check, isValid, schema, codes } = require('cts-tracker-validator');

const SEED = 20241108;
const COUNT = 100_000;

/**
 * The rules that a schema cannot express, with the reason. A body whose errors are all of these is in order for the schema, and
 * that counts as agreement.
 */
const NOT_IN_A_SCHEMA = {
  'body-syntax': 'JSON.parse takes escapes of half a surrogate pair and any depth; a schema sees only what was parsed',
  'body-duplicate-member': 'JSON.parse keeps the last of two members and forgets that there was another one',
  'number-not-integer': 'once parsed, 60.0 and 6e1 are the number 60',
  'transfer-is-tracked-bucket': 'a schema cannot compare two members with each other',
};

/** The texts, and of each what JSON.parse makes of it. */
function* bodies() {
  const generator = new Bodies(SEED);
  for (let index = 0; index < COUNT; index++) {
    const text = generator.body();
    let value;
    let parses = true;
    try {
      value = JSON.parse(text);
    } catch {
      parses = false;
    }
    yield { text, value, parses };
  }
}

const errors = (text) => check(text, { level: 'error' }).diagnostics.map(({ code }) => code);

/** Whether every error of a text is one that a schema cannot know. */
function isBeyondSchema(text) {
  return errors(text).every((code) => code in NOT_IN_A_SCHEMA);
}

/** Holds a validator against the package and returns what was seen. */
function compare(accepts) {
  const seen = { bodies: 0, valid: 0, beyond: 0 };
  for (const { text, value, parses } of bodies()) {
    seen.bodies++;
    const ours = isValid(text);
    const theirs = parses && accepts(value);
    if (ours) seen.valid++;
    if (ours === theirs) continue;
    assert.ok(theirs, `the schema refuses what the package accepts: ${text}`);
    assert.ok(isBeyondSchema(text), `the schema accepts what has ${errors(text)}: ${text}`);
    seen.beyond++;
  }
  // Both verdicts have to occur often, or the agreement says nothing.
  assert.ok(seen.valid > seen.bodies / 5 && seen.valid < (seen.bodies * 4) / 5, JSON.stringify(seen));
  return seen;
}

for (const [edition, Validator] of [['2020-12', Ajv2020], ['draft-07', Ajv]]) {
  test(`ajv agrees with the schema of ${edition} on ${COUNT} bodies`, (t) => {
    const accepts = new Validator({ strict: true, allowUnionTypes: true, strictTypes: false, strictRequired: false }).compile(schema(edition));
    t.diagnostic(JSON.stringify(compare(accepts)));
  });
}

test(`hyperjump agrees with the schema of 2020-12 on ${COUNT} bodies`, async (t) => {
  const uri = 'https://example.com/tracker-update';
  registerSchema(schema('2020-12'), uri);
  const judge = await validate(uri);
  t.diagnostic(JSON.stringify(compare((value) => judge(value).valid)));
});

test('each rule beyond the schema occurs alone, and every other error is met', () => {
  const alone = new Map(Object.keys(NOT_IN_A_SCHEMA).map((code) => [code, 0]));
  const met = new Set();
  const accepts = new Ajv2020({ strict: false }).compile(schema('2020-12'));
  for (const { text, value, parses } of bodies()) {
    if (isValid(text)) continue;
    const found = errors(text);
    for (const code of found) met.add(code);
    if (parses && accepts(value) && new Set(found).size === 1) alone.set(found[0], alone.get(found[0]) + 1);
  }
  for (const [code, count] of alone) assert.ok(count > 0, `${code} alone: ${count}`);
  // These need what stands besides the body, or 12 MB.
  const elsewhere = ['project-id-required', 'body-too-large', 'data-bucket-immutable', 'token-expired', 'clock-skew'];
  const expected = codes().filter(({ severity }) => severity === 'error').map(({ code }) => code);
  assert.deepEqual([...met, ...elsewhere].filter((code) => code !== 'data-bucket-required').sort(), expected.sort());
});
