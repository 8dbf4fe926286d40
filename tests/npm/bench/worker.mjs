// One contender in a process of its own, so that no other one spoils what the engine has learnt. Prints JSON.
import { createRequire } from 'node:module';
import { contenders } from './contenders.mjs';
import { corpus } from './corpus.mjs';

const [, , name, folder, milliseconds] = process.argv;
const validator = createRequire(`${folder}/index.js`)('cts-tracker-validator');
const functions = await contenders[name](validator);
const bodies = corpus(5000);
const result = {};
let sink = 0;

/** Microseconds of processor time for one body: the median of five stretches after a warm-up. */
function measure(list, judge, each) {
  const pass = () => {
    for (const body of list) sink += judge(body);
  };
  const stretch = (time) => {
    const from = process.cpuUsage();
    const until = performance.now() + time;
    let passes = 0;
    do pass();
    while ((passes++, performance.now() < until));
    const { user, system } = process.cpuUsage(from);
    return (user + system) / passes / each;
  };
  stretch(Number(milliseconds));
  const stretches = Array.from({ length: 5 }, () => stretch(milliseconds / 5)).sort((a, b) => a - b);
  return stretches[2];
}

for (const kind of ['valid', 'invalid']) {
  for (const [set, count] of [['diverse', 5000], ['hot', 16]]) {
    const chosen = bodies[kind].slice(0, count);
    const values = count === 16 ? Array.from({ length: 64 }, () => chosen).flat() : chosen;
    const texts = values.map((value) => JSON.stringify(value));
    if (functions.text) result[`text, ${set} ${kind}`] = measure(texts, functions.text, texts.length);
    if (functions.value) result[`object, ${set} ${kind}`] = measure(values, functions.value, values.length);
  }
}
const all = [...bodies.valid, ...bodies.invalid].map((body) => JSON.stringify(body)).join('\n');
if (functions.lines) result['lines, 10000 mixed'] = measure([all], functions.lines, 10_000);
console.log(JSON.stringify({ result, sink: sink > -1 }));
