// What the command prints as SARIF is SARIF 2.1.0, as its published types have it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { texts } from './corpus.mjs';
import { project, write } from './project.mjs';

const here = import.meta.dirname;
const folder = project();
write(folder, {
  'many.ndjson': texts.join('\n'),
  'faulty.json': '{\n  "tracker_type": "data",\n  "tracker_name": "追踪器\u{1f600}",\n  "unknown": 1\n}\n',
  'syntax.json': '{\n  "a": }',
  'good.json': '{"tracker_type":"system","tracker_name":"system","agency_name":"cts_admin_trust","status":"enabled"}',
});
mkdirSync(join(folder, 'node_modules', '@types'), { recursive: true });
cpSync(join(here, 'node_modules', '@types', 'sarif'), join(folder, 'node_modules', '@types', 'sarif'), { recursive: true });

function sarif(...words) {
  const command = join(folder, 'node_modules', '.bin', 'cts-tracker');
  const { stdout } = spawnSync(command, ['check', '--format', 'sarif', ...words], { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 });
  return stdout;
}

/** What the compiler says of a log, which is checked as a literal: a member too many is an error as well. */
function complaints(log) {
  write(folder, { 'log.ts': `import type { Log } from 'sarif';\nexport const log: Log = ${log};\n` });
  const tsc = join(here, 'node_modules', '.bin', 'tsc');
  const words = ['--noEmit', '--strict', '--skipLibCheck', 'false', '--types', 'sarif', '--module', 'nodenext', 'log.ts'];
  return spawnSync(tsc, words, { cwd: folder, encoding: 'utf8' }).stdout;
}

test('every log keeps to the types', () => {
  for (const words of [['good.json'], ['faulty.json', 'syntax.json', 'missing.json'], ['--locale', 'zh-CN', 'many.ndjson']]) {
    const log = sarif(...words);
    assert.equal(complaints(log), '', words.join(' '));
  }
});

test('a log that does not is found', () => {
  const log = sarif('faulty.json');
  assert.match(complaints(log.replace('"ruleIndex":', '"ruleNumber":')), /ruleNumber/);
  assert.match(complaints(log.replace(/"level":\s*"\w+"/, '"level":"fatal"')), /fatal/);
});

test('what it refers to is there', () => {
  const [run] = JSON.parse(sarif('faulty.json', 'syntax.json')).runs;
  assert.ok(run.results.length > 2);
  for (const result of run.results) {
    assert.equal(run.tool.driver.rules[result.ruleIndex].id, result.ruleId);
    for (const { physicalLocation } of result.locations) {
      assert.ok(physicalLocation.artifactLocation.uri.endsWith('.json'));
      const { startLine, startColumn, endLine, endColumn } = physicalLocation.region;
      assert.ok(endLine > startLine || endColumn > startColumn, JSON.stringify(physicalLocation.region));
    }
  }
});
