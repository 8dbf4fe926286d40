// One contender in a process of its own, so that no other one spoils what the engine has learnt. Prints JSON.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cells, read, skim, skimLines } from './cells.mjs';
import { processorTime } from './clock.mjs';
import { CONTENDERS, complete } from './contenders.mjs';
import { EIGHT } from './corpus/corpus.mjs';

const [, , id, folder, given] = process.argv;
const milliseconds = Number(given);
/** A pass over so many reports, so that a look at the clock costs nothing beside it. */
const REPORTS = 32;
const load = async (file) => complete(await import(pathToFileURL(join(folder, `${file}.mjs`))));
const contender = await load(id);
const { isLimit, isVerdictOnly, chinese } = CONTENDERS[id];
const times = {};
const named = {};
/** What comes out is used, or the engine might not make it. */
let sink = 0;

for (const { name, door, inputs } of cells(JSON.parse(readFileSync(join(folder, 'corpus.json'), 'utf8')))) {
  const judge = contender[door];
  if (judge === undefined) continue;
  const pass = () => {
    for (const input of inputs) sink += skim(judge(input));
  };
  times[name] = processorTime(pass, inputs.length, milliseconds);
}
if (!isVerdictOnly) {
  const bytes = readFileSync(join(folder, 'corpus.ndjson'));
  const many = bytes.toString();
  const count = many.split('\n').length - 1;
  times['lines, text'] = processorTime(() => (sink += skimLines(contender.lines(many))), count, milliseconds);
  times['lines, bytes'] = processorTime(() => (sink += skimLines(contender.bytes(bytes))), count, milliseconds);
}
if (!isVerdictOnly && !isLimit) {
  for (const [language, file] of [['English', id], ['Chinese', chinese]]) {
    if (file === undefined) continue;
    const { text } = await load(file);
    const first = text(EIGHT);
    named[language] = { count: first.length, message: first[0].message ?? null, hasRange: first[0].range !== undefined };
    const pass = () => {
      for (let turn = 0; turn < REPORTS; turn++) sink += read(text(EIGHT));
    };
    times[`report, ${language}`] = processorTime(pass, REPORTS, milliseconds);
  }
}
console.log(JSON.stringify({ times, named, isUsed: sink >= 0 }));
