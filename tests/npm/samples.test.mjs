// A request for other tools: the package writes what the native command writes, byte for byte.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { given, project } from './project.mjs';

const folder = project();
const { samples, CtsTrackerError } = createRequire(join(folder, 'index.js'))('cts-tracker-validator');

const TOOLS = ['curl', 'curl-signed', 'koocli', 'koocli-file', 'terraform', 'python', 'java', 'go', 'node', 'dotnet', 'php', 'http', 'markdown'];
const request = {
  tracker_type: 'data',
  tracker_name: "审计'\"$\\\n\u{1f600}",
  status: 'paused',
  data_bucket: { data_bucket_name: 'orders', data_event: ['READ'] },
  more: [1.5],
};
const target = { projectId: '0123456789abcdef0123456789abcdef', region: 'cn-north-4' };

for (const tool of TOOLS) {
  test(`${tool} is written as by the native command`, () => {
    for (const [locale, options, words] of [
      ['en', target, ['--project-id', target.projectId, '--region', target.region]],
      ['zh-CN', { endpoint: 'https://cts.eu-de.otc.t-systems.com' }, ['--endpoint', 'https://cts.eu-de.otc.t-systems.com']],
    ]) {
      const native = spawnSync(given('CTS_COMMAND'), ['samples', '--tool', tool, '--locale', locale, ...words, '-'], {
        input: JSON.stringify(request),
        encoding: 'utf8',
      });
      const sample = samples(request, tool, { ...options, locale });
      assert.equal(sample.text, native.stdout);
      assert.equal(sample.tool, tool);
      assert.ok(sample.file_name.length > 0 && sample.media_type.includes('/'));
      if (tool === 'http') assert.equal(native.stderr.split('\n').length - 1, sample.notes.length);
    }
  });
}

test('what a tool cannot say is told', () => {
  const left = (tool) => samples(request, tool, target).notes.map(({ left_out }) => left_out).filter(Boolean);
  assert.deepEqual(left('curl'), []);
  assert.deepEqual(left('koocli'), ['/more']);
  assert.deepEqual(left('go'), ['/more', '/status']);
});

test('what the tracker type does not have is left out and told', () => {
  const given = { ...request, kms_id: 'k' };
  for (const tool of TOOLS) {
    const { text, notes } = samples(given, tool, target);
    assert.equal(notes[0].left_out, '/kms_id');
    assert.equal(text.replaceAll('\\', '').includes('/kms_id is left out'), tool !== 'http');
  }
});

test('a change ticket compares with the tracker', () => {
  const current = { trackers: [{ tracker_type: 'data', tracker_name: request.tracker_name, status: 'enabled' }] };
  const { text } = samples(request, 'markdown', { ...target, current });
  assert.match(text, /\| Status \| `enabled` \| `paused` \|/);
  assert.doesNotMatch(samples(request, 'markdown', target).text, /`enabled` \|/);
});

test('wrong use is refused', () => {
  assert.throws(() => samples(request, 'COBOL'), (error) => error instanceof CtsTrackerError && /there are curl, /.test(error.message));
  assert.throws(() => samples('[]', 'curl'), (error) => error instanceof CtsTrackerError && error.code === 'input-invalid');
  assert.throws(() => samples(request, 'curl', { area: 1 }), (error) => error.code === 'option-invalid');
  assert.throws(() => samples(request, 'curl', { endpoint: new URL('https://x/') }), (error) => error.code === 'option-invalid');
  assert.throws(() => samples('{"tracker_name":"\ud83d"}', 'curl'), (error) => error.code === 'input-invalid' && /surrogate/.test(error.message));
  assert.equal(samples(request, 'curl', null).text, samples(request, 'curl').text);
});
