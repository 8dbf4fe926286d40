// Measures our page beside others and prints the result as Markdown. `--write FILE` also stores it.
// `cargo xtask bench page` calls it.
import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { buildPeers } from './build.mjs';
import { CONTENDERS } from './contenders.mjs';
import { document } from './document.mjs';
import { load } from './load.mjs';
import { serve } from './serve.mjs';

function given(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set; run cargo xtask bench page`);
  return value;
}

/** A number from the environment, or the default. */
function number(name, otherwise) {
  const value = Number(process.env[name] ?? otherwise);
  if (!(Number.isInteger(value) && value > 0)) throw new Error(`${name} must be a whole number above 0`);
  return value;
}

const [option, file] = process.argv.slice(2);
if (option !== undefined && !(option === '--write' && file)) throw new Error('usage: run.mjs [--write FILE]');
const times = number('CTS_BENCH_LOADS', 5);
const rounds = number('CTS_BENCH_KEYS', 8);
const program = process.env.CTS_CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync);
if (program === undefined) throw new Error('there is no Chromium; set CTS_CHROMIUM to one');
const say = (words) => process.stderr.write(`bench: ${words}\n`);

const [busy] = loadavg();
say('building the other pages');
const folders = { ours: given('CTS_PAGE'), ...(await buildPeers(given('CTS_BUILT'), given('CTS_COMMAND'))) };
const servers = Object.fromEntries(await Promise.all(Object.entries(folders).map(async ([id, folder]) => [id, await serve(folder)])));
const loads = Object.fromEntries(Object.keys(CONTENDERS).map((id) => [id, []]));
for (let turn = 0; turn < times; turn += 1) {
  const ids = Object.keys(CONTENDERS);
  // Nobody is always the first.
  for (const id of [...ids.slice(turn % ids.length), ...ids.slice(0, turn % ids.length)]) {
    say(`${turn + 1} of ${times}: ${CONTENDERS[id].name}`);
    loads[id].push(await load(CONTENDERS[id], servers[id], program, rounds));
  }
}
await Promise.all(Object.values(servers).map((server) => server.stop()));
const browser = execFileSync(program, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
const text = document(loads, browser, rounds, busy);
if (file) writeFileSync(file, text);
process.stdout.write(text);
