// The document: what was measured, how, and what came out, losses included.
import { cpus } from 'node:os';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONTENDERS, PEERS, REFERENCE } from './contenders.mjs';
import { LEFT_OUT } from './corpus/corpus.mjs';
import { targets } from './targets.mjs';

const IDS = Object.keys(CONTENDERS);
const KINDS = ['diverse valid', 'diverse invalid', 'hot valid', 'hot invalid'];
/** Columns: a title, and the cell that was measured. */
const columns = (door) => KINDS.map((kind) => [kind, `${door}, ${kind}`]);
const LINES = [['text', 'lines, text'], ['bytes', 'lines, bytes']];

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, index) => (index === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

const label = (id) => {
  const { name, isOurs, isNative } = CONTENDERS[id];
  return isOurs || isNative ? `ours, ${name}` : name;
};
const measured = (speed, cells) => IDS.filter((id) => cells.some((cell) => speed.has(id, cell)));
const digits = (number) => number.toFixed(number < 10 ? 2 : number < 100 ? 1 : 0);

function shown(speed, id, cell) {
  if (!speed.has(id, cell)) return '';
  // ajv itself has no Chinese; whoever has it is compared with its English.
  const referenceCell = speed.has(REFERENCE, cell) ? cell : 'report, English';
  return `${digits(speed.time(id, cell))} (${digits(speed.ratio(id, cell, REFERENCE, referenceCell))} ×)`;
}

/** One row a contender, one column a cell. */
const speedTable = (speed, columns) =>
  table(
    ['microseconds a body', ...columns.map(([title]) => title)],
    measured(speed, columns.map(([, cell]) => cell)).map((id) => [label(id), ...columns.map(([, cell]) => shown(speed, id, cell))]),
  );

function reportTable(speed) {
  const languages = ['English', 'Chinese'];
  const rows = measured(speed, ['report, English']).map((id) => {
    const { English: named } = speed.named[id];
    const about = named === undefined ? ['8', 'yes'] : [named.count, named.hasRange ? 'yes' : 'no'];
    const words = named === undefined || named.message !== null;
    return [label(id), ...about, words ? 'yes' : 'no', ...languages.map((language) => shown(speed, id, `report, ${language}`))];
  });
  return table(['microseconds a report', 'entries', 'line and column', 'messages', ...languages], rows);
}

const startTable = (starts) => {
  const reference = starts.find(({ name }) => name === REFERENCE).wall;
  const rows = starts.map(({ name, wall, processor }) => [name, digits(wall), digits(processor), `${digits(reference / wall)} ×`]);
  return table(['milliseconds', 'on the wall', 'of the processor', 'as fast as ajv, on the wall'], rows);
};

const weightTable = (weights) =>
  table(['bytes', 'as they are', 'gzip', 'brotli'], weights.map(({ name, raw, gzip, brotli }) => [name, raw, gzip, brotli]));

/** Where another library is faster, starts sooner or weighs less than ours. */
function losses({ speed, starts, weights }, cells) {
  const found = cells.flatMap(([title, cell]) => {
    const better = PEERS.filter((id) => speed.has(id, cell) && speed.ratio(id, cell, 'ours') > 1);
    const list = better.map((id) => `${label(id)} ${digits(speed.ratio(id, cell, 'ours'))} ×`);
    return list.length > 0 ? [`- ${title}: ${list.join(', ')} as fast`] : [];
  });
  const [first] = starts;
  const sooner = starts.filter(({ name, wall }) => !name.startsWith('ours') && wall < first.wall).map(({ name }) => name);
  if (sooner.length > 0) found.push(`- first verdict after import: ${sooner.join(', ')} sooner`);
  const [own] = weights;
  const lighter = weights.filter(({ name, brotli }) => !name.startsWith('ours') && brotli < own.brotli).map(({ name }) => name);
  if (lighter.length > 0) found.push(`- bytes, brotli: ${lighter.join(', ')} lighter`);
  return found.length > 0 ? found.join('\n') : 'None in this run.';
}

function versions() {
  const { devDependencies } = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'package.json'), 'utf8'));
  return PEERS.flatMap((id) => CONTENDERS[id].packages ?? []).map((name) => `${name} ${devDependencies[name]}`).join(', ');
}

/** The tables about speed; they hold whoever was measured. */
export const speedTables = (speed) => `## JSON text

From text to a list of mistakes. The libraries get \`JSON.parse\` in front.

${speedTable(speed, columns('text'))}

## A ready value

${speedTable(speed, columns('value'))}

## Lines

Bodies of both kinds, one a line, in one call; microseconds for each body. The libraries take the text apart and parse line by line.

${speedTable(speed, LINES)}

## A report for people

A text with eight faults in eight places; what comes out is read, line, column and message included. Entries beyond eight are
echoes or a second word about the same fault, fewer than eight mean that some wait until others are mended.

${reportTable(speed)}
`;

/** The whole document. */
export function document(found) {
  const { speed, starts, weights, compared, settings, bodies } = found;
  const named = (title, list) => list.map(([column, cell]) => [`${title}, ${column}`, cell]);
  const cells = [
    ...named('text', columns('text')),
    ...named('ready value', columns('value')),
    ...named('lines', LINES),
    ['report in English', 'report, English'],
    ['report in Chinese', 'report, Chinese'],
  ];
  const left = Object.entries(LEFT_OUT).map(([code, reason]) => `  - \`${code}\`: ${reason}`).join('\n');
  const rows = targets(found).map(({ about, wanted, found, isMet }) => [about, wanted, found, isMet ? 'met' : '**missed**']);
  return `# How fast the validator is

\`cargo xtask bench validator --write\` measures and writes this page. Read ratios, not times: they are taken within one run.

## Machine and peers

Node.js ${process.version}, ${process.arch}, ${cpus().length} processors (${cpus()[0].model}). ${versions()}.

## How it is measured

- **Bodies:** ${bodies.valid.length} without an error and ${bodies.invalid.length} with one to four faults, from a fixed seed. *Diverse* takes each of them once a
  pass, in thousands of shapes; *hot* takes sixteen of a kind over and over, which suits an engine that learns.
- **Same rules:** ajv, typebox and hyperjump read the JSON Schema of this package. zod, valibot and arktype have the same
  rules written for them, relations between members included. Only errors count. No body breaks these rules,
  since who is given a value or a schema cannot see them; nor is there a number like \`60.0\`, which JSON.parse makes 60:
${left}
- **Agreement first:** before anything is measured, everybody must give the expected verdict on each body, and ours must
  name exactly the broken rules, each once. ${compared} verdicts were compared in this run.
- **All mistakes:** everybody is asked for all of them, and what and where is read of each. ajv has \`allErrors\`, zod and valibot check
  relations although a member has the wrong type. arktype cannot do that and names fewer. \`check\` makes the whole report,
  message, line and column included; \`checkBrief\` says what and where, as the others do; \`isValid\` names none.
- **Time:** of the processor, the median of ${settings.rounds} rounds in which all take turns, each in a process of its own. A ratio is the
  median of the ratios within the rounds; above 1 is faster than ajv.
- **Natively** is the same Rust code without WebAssembly: the limit.

${speedTables(speed)}
## From import to the first verdict

A fresh process each time, median of ${settings.samples}. Everybody is one bundled file, apart from those with a plain import.

${startTable(starts)}

## What a browser loads

One script with library and rules, made by esbuild; ours is a script and a module.

${weightTable(weights)}

## Where others are better

Compared with \`check\` for errors.

${losses(found, cells)}

## Targets

${table(['target', 'wanted', 'found', ''], rows)}
`;
}
