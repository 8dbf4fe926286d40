// The command of the package says the same as the native one, byte for byte.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { texts } from './corpus.mjs';
import { given, project, write } from './project.mjs';

const folder = project();
mkdirSync(join(folder, 'requests'));
write(join(folder, 'requests'), {
  'good.json': '{"tracker_type":"system","tracker_name":"system","status":"enabled"}\n',
  'faulty.json': '{\n  "tracker_type": "data",\n  "tracker_name": "追踪器\u{1f600}",\n  "obs_info": {"bucket_name": "A!"}\n}\n',
  'many.ndjson': texts.slice(0, 120).join('\n'),
  'readme.md': 'not read',
  'now.json': '{"trackers":[{"tracker_type":"system","tracker_name":"system","status":"disabled"}]}',
});

mkdirSync(join(folder, 'requests', 'empty'));
mkdirSync(join(folder, 'broken', '.hidden'), { recursive: true });
write(join(folder, 'broken'), { 'x.json': '{\n  "a": }', '.y.json': '{' });
// A way round in a circle, and one that leads nowhere.
symlinkSync('.', join(folder, 'broken', 'circle'));
symlinkSync('nothing', join(folder, 'broken', 'nowhere.json'));

const ours = join(folder, 'node_modules', '.bin', 'cts-tracker');

function both(words, input = '{"tracker_type":"system"}', env = {}) {
  const options = { cwd: folder, input, env: { ...process.env, ...env }, maxBuffer: 1 << 28 };
  const [npm, native] = [ours, given('CTS_COMMAND')].map((command) => {
    const { status, stdout, stderr } = spawnSync(command, words, options);
    return { status, stdout: stdout.toString('latin1'), stderr: stderr.toString() };
  });
  return { npm, native };
}

for (const line of [
  'check requests', 'check --format json requests', 'check --format sarif requests', 'check --format github requests',
  'check --locale zh-CN --level warning requests/faulty.json', 'check --color always requests/faulty.json', 'check -',
  'check --lines --format json -', 'check --fail-on info requests/good.json', 'check --level warning requests/missing.json requests/faulty.json requests/empty',
  'check --format github requests/missing.json', 'check --format sarif requests/empty requests/faulty.json', 'check broken', 'format broken/x.json', 'check --current requests/now.json requests/good.json', 'check requests/missing.json', 'check',
  'check --level fatal x', 'explain kms-key-required', 'explain lts-off --format json --locale zh-CN', 'explain CTS.0231 --locale zh-CN',
  'explain --all --locale zh-CN', 'explain --all --format json', 'explain --all --format markdown', 'explain CTS.0231 --format json', 'explain nonsense', 'schema', 'schema openapi-3.1',
  'diff --current requests/now.json requests/good.json', 'samples --tool curl requests/faulty.json', 'samples --tool markdown --current requests/now.json --locale zh-CN requests/good.json', 'samples requests/good.json', 'format requests/good.json', 'fix requests/good.json', '--help', '--version', 'nonsense',
]) {
  test(`cts-tracker ${line}`, () => {
    const { npm, native } = both(line.split(' '));
    assert.deepEqual(npm, native);
    assert.ok(npm.stdout.length + npm.stderr.length > 0);
  });
}

test('the exit status tells good, faulty and unusable apart', () => {
  assert.equal(both(['check', 'requests/good.json']).npm.status, 0);
  assert.equal(both(['check', 'requests/faulty.json']).npm.status, 1);
  assert.equal(both(['check', 'requests/none.json']).npm.status, 2);
});

test('no colours where no terminal is', () => {
  assert.ok(!both(['check', 'requests/faulty.json']).npm.stdout.includes('\u001b'));
  assert.ok(both(['check', '--color', 'always', 'requests/faulty.json']).npm.stdout.includes('\u001b'));
});

test('the examples of the documentation do what it says', () => {
  const text = readFileSync(join(folder, 'node_modules', 'cts-tracker-validator', 'README.md'), 'utf8').split('## The command')[1];
  const [, request] = /```json\n([\s\S]*?)```/.exec(text);
  const [, shown, expected] = /`npx cts-tracker ([^`]*)` prints\n\n```text\n([\s\S]*?)```/.exec(text);
  const place = { cwd: join(folder, 'documented'), input: request, encoding: 'utf8' };
  mkdirSync(join(place.cwd, 'requests'), { recursive: true });
  write(join(place.cwd, 'requests'), { 'audit.json': request });
  copyFileSync(join(folder, 'requests', 'good.json'), join(place.cwd, 'requests', 'system.json'));
  copyFileSync(join(folder, 'requests', 'now.json'), join(place.cwd, 'trackers.json'));
  assert.equal(spawnSync(ours, shown.split(' '), place).stdout, expected);
  const lines = /```sh\n([\s\S]*?)```/.exec(text)[1].trim().split('\n');
  const statuses = lines.map((line) => {
    const [npx, name, ...words] = line.split(' ');
    assert.deepEqual([npx, name], ['npx', 'cts-tracker']);
    const { status, stdout, stderr } = spawnSync(ours, words, place);
    assert.ok(stdout.length + stderr.length > 0, line);
    return status;
  });
  assert.deepEqual(statuses, [1, 1, 1, 1, 0, 0, 0, 0, 0]);
});
