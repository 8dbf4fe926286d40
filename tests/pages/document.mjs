// The document: what was measured, how, and what came out, losses included.
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { CONTENDERS } from './contenders.mjs';
import { NETWORK, SLOWER } from './load.mjs';

/** The value that three of four are at or below. */
export function third(values) {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(sorted.length * 0.75) - 1)];
}

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, index) => (index === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

const whole = (number) => (number === undefined ? '' : String(Math.round(number)));

/** Of all loads of a contender, each number as its third quartile. */
function summary(loads) {
  const of = (take) => third(loads.map(take));
  const keys = (name) => {
    const all = loads.flatMap(({ keys }) => keys?.[name] ?? []);
    return all.length === 0 ? undefined : third(all);
  };
  return {
    files: loads[0].weight.files,
    bytes: of(({ weight }) => weight.bytes),
    allBytes: of(({ weight }) => weight.allBytes),
    paint: of(({ start }) => start.paint),
    largest: of(({ start }) => start.largest),
    shift: of(({ start }) => start.shift),
    usable: of(({ start }) => start.usable),
    longest: of(({ start }) => start.longest),
    shown: keys('shown'),
    gone: keys('gone'),
    body: keys('body'),
    typing: loads[0].keys === undefined ? undefined : of(({ keys }) => keys.longestTask),
  };
}

function bars(all) {
  const { ours, rjsf } = all;
  const bar = (about, wanted, found, isMet) => [about, wanted, found, isMet ? 'met' : '**missed**'];
  const most = (about, limit, found, unit) => bar(about, `≤ ${limit}${unit}`, `${whole(found)}${unit}`, found <= limit);
  const share = (about, limit, one, other) => bar(about, `≤ ${limit} ×`, `${(one / other).toFixed(2)} ×`, one <= limit * other);
  return [
    most('bytes before the first field can be used, brotli', 120_000, ours.bytes, ' bytes'),
    most('first paint', 800, ours.paint, ' ms'),
    most('largest paint', 800, ours.largest, ' ms'),
    bar('layout shift', '≤ 0.01', ours.shift.toFixed(3), ours.shift <= 0.01),
    most('first field that can be used', 1_600, ours.usable, ' ms'),
    most('longest task while it starts', 50, ours.longest, ' ms'),
    most('key to a verdict that is gone, painted', 50, ours.gone, ' ms'),
    most('key to the new body, painted', 50, ours.body, ' ms'),
    most('longest task while somebody types', 50, ours.typing, ' ms'),
    share('first field, of the time of react-jsonschema-form', 0.5, ours.usable, rjsf.usable),
    share('key to a verdict that is gone, of the time of react-jsonschema-form', 0.6, ours.gone, rjsf.gone),
  ];
}

/** Where another page is better than ours. */
function losses(all) {
  const found = [
    ['bytes', 'bytes before the first field, brotli'],
    ['allBytes', 'bytes in all, brotli'],
    ['paint', 'first paint'],
    ['largest', 'largest paint'],
    ['shift', 'layout shift'],
    ['usable', 'first field that can be used'],
    ['longest', 'longest task while it starts'],
    ['gone', 'key to a verdict that is gone'],
    ['typing', 'longest task while somebody types'],
  ].flatMap(([key, title]) => {
    const better = Object.entries(all).filter(([id, one]) => id !== 'ours' && one[key] !== undefined && one[key] < all.ours[key]);
    return better.length === 0 ? [] : [`- ${title}: ${better.map(([id]) => CONTENDERS[id].name).join(', ')}`];
  });
  return found.length === 0 ? 'Nowhere in this run.' : found.join('\n');
}

function versions() {
  const { devDependencies } = JSON.parse(readFileSync(join(import.meta.dirname, 'package.json'), 'utf8'));
  return Object.values(CONTENDERS)
    .flatMap(({ packages }) => packages ?? [])
    .map((name) => `${name} ${devDependencies[name]}`)
    .join(', ');
}

/** Says so when others used the machine as well. */
const busy = (load) => (load <= cpus().length ? '' : `
**The machine was busy** when this was measured: ${load.toFixed(0)} programs wanted its ${cpus().length} processors. Only large differences mean something.
`);

/** `loads`: of each contender by its id. `browser`: its version. `load`: of the machine, before anything was measured. */
export function document(loads, browser, rounds, load) {
  const all = Object.fromEntries(Object.entries(loads).map(([id, list]) => [id, summary(list)]));
  const count = loads.ours.length;
  const starts = Object.entries(all).map(([id, one]) => [
    CONTENDERS[id].name,
    one.files,
    whole(one.bytes),
    whole(one.allBytes),
    whole(one.paint),
    whole(one.largest),
    one.shift.toFixed(3),
    whole(one.usable),
    whole(one.longest),
  ]);
  const verdicts = Object.entries(all).map(([id, one]) => [
    CONTENDERS[id].name,
    CONTENDERS[id].line === undefined ? 'no verdict' : CONTENDERS[id].showsWhileTyping ? whole(one.shown) : 'not while typing',
    whole(one.gone),
    whole(one.body),
    whole(one.typing),
  ]);
  return `# How fast the page is

\`cargo xtask bench page --write\` measures and writes this page. All contenders take turns in one run on one machine; read
how they compare, more than the times.

## Machine and peers

${browser}, Node.js ${process.version}, ${process.arch}, ${cpus().length} processors (${cpus()[0].model}). ${versions()}.
${busy(load)}
## How it is measured

- **The same request:** react-jsonschema-form and JSON Forms get the JSON Schema that \`cts-tracker schema\` prints, Swagger UI and
  RapiDoc its OpenAPI document. The forms begin with the same request.
- **The same server:** on this machine, plain HTTP, each file with brotli at its best, nothing from a cache.
- **Slow:** ${NETWORK.downloadThroughput * 8 / 1e6} Mbit/s down, ${NETWORK.latency} ms until an answer begins, and a processor that is ${SLOWER} times slower than this machine's, both by
  the browser's own means. ${count} ${count === 1 ? 'load' : 'loads'} of each page in turn, each in a browser of its own.
- **Numbers:** three of four loads, or keys, are at or below what is written. Milliseconds since the start of the load.
- **Bytes:** after brotli, of what is asked for before the first field can be used, and in all, with what is loaded behind it.
- **First field:** the first frame in which a field is visible that can be used. Of our page the one that is there before
  the program does not count.
- **Keys:** ${rounds} times in each load the name of the transfer bucket gets a wrong letter, which is taken away again. The time
  runs from the key to the end of the frame in which the page shows the other verdict. Our page shows no mistake while
  somebody still types, so of it only the way back is measured, and the body that follows each key.

## From the address to the first field

${table(['page', 'files', 'bytes', 'bytes in all', 'first paint', 'largest paint', 'layout shift', 'first field', 'longest task'], starts)}

## From a key to the verdict

${table(['page', 'mistake shown', 'mistake gone', 'new body shown', 'longest task'], verdicts)}

## Where others are better

${losses(all)}

## Bars

${table(['bar', 'wanted', 'found', ''], bars(all))}
`;
}
