// Side by side in one run: medians over rounds in which the contenders take turns. Prints Markdown.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import { contenders } from './contenders.mjs';
import { corpus } from './corpus.mjs';

const rounds = Number(process.env.CTS_BENCH_ROUNDS ?? 3);
const milliseconds = process.env.CTS_BENCH_MS ?? '200';
const folder = mkdtempSync(join(tmpdir(), 'cts-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
writeFileSync(join(folder, 'package.json'), '{"private":true}');
execFileSync('npm', ['install', '--offline', '--no-audit', '--no-fund', '--loglevel=error', process.env.CTS_TARBALL], { cwd: folder });

// Speed means nothing without agreement.
const validator = createRequire(join(folder, 'index.js'))('cts-tracker-validator');
const ajv = new Ajv2020({ allErrors: true, strict: false }).compile(validator.schema());
for (const [kind, bodies] of Object.entries(corpus(5000))) {
  for (const body of bodies) {
    const text = JSON.stringify(body);
    const verdicts = [validator.isValid(text), validator.isValid(body), ajv(body)];
    if (verdicts.some((verdict) => verdict !== (kind === 'valid'))) throw new Error(`${verdicts}: ${text}`);
  }
}

const rows = {};
for (let round = 0; round < rounds; round++) {
  for (const name of Object.keys(contenders)) {
    const words = [join(import.meta.dirname, 'worker.mjs'), name, folder, milliseconds];
    const { result } = JSON.parse(execFileSync('node', words, { encoding: 'utf8' }));
    for (const [cell, time] of Object.entries(result)) ((rows[cell] ??= {})[name] ??= []).push(time);
    process.stderr.write('.');
  }
}
process.stderr.write('\n');

const median = (list) => list?.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
const names = Object.keys(contenders);
console.log(`Node.js ${process.version}, ${cpus().length} × ${cpus()[0].model}; microseconds of processor time for a body, and how many times as fast as ajv.\n`);
console.log(`| | ${names.join(' | ')} |\n| --- |${names.map(() => ' --- |').join('')}`);
for (const [cell, times] of Object.entries(rows)) {
  const reference = median(times.ajv);
  const shown = names.map((name) => {
    const time = median(times[name]);
    return time === undefined ? '' : `${time.toFixed(2)} (${(reference / time).toFixed(1)} ×)`;
  });
  console.log(`| ${cell} | ${shown.join(' | ')} |`);
}
