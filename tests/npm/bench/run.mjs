// Measures everything and prints it as Markdown. `--write FILE` also stores it. `cargo xtask bench validator` calls it.
import { writeFileSync } from 'node:fs';
import { agree } from './agree.mjs';
import { contenders, workshop } from './build.mjs';
import { coldStarts } from './cold.mjs';
import { corpus } from './corpus/corpus.mjs';
import { document, speedTables } from './document.mjs';
import { sizes } from './sizes.mjs';
import { chosen, speeds } from './speed.mjs';

function given(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set; run cargo xtask bench validator`);
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
const settings = { rounds: number('CTS_BENCH_ROUNDS', 3), milliseconds: number('CTS_BENCH_MS', 70), samples: number('CTS_BENCH_STARTS', 9) };
const only = process.env.CTS_BENCH_ONLY;
if (only !== undefined && file) throw new Error('a document needs everybody: CTS_BENCH_ONLY and --write exclude each other');
const ids = chosen(only);
const say = (words) => process.stderr.write(`bench: ${words}\n`);

const shop = workshop(given('CTS_TARBALL'));
await contenders(shop);
const bodies = corpus(5000);
say('do all agree?');
const compared = await agree(shop.validator, shop.folder, bodies);
say(`yes, in ${compared} verdicts; measuring`);
const speed = speeds(shop, ids, bodies, given('CTS_NATIVE'), settings.rounds, settings.milliseconds);
if (only === undefined) {
  say('starting everybody anew');
  const starts = coldStarts(shop, settings.samples);
  const weights = await sizes(shop);
  const text = document({ speed, starts, weights, compared, settings, bodies });
  if (file) writeFileSync(file, text);
  process.stdout.write(text);
} else process.stdout.write(speedTables(speed));
