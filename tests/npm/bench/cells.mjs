// What is measured: the cells of the tables.

/** So many bodies are judged over and over in a hot cell. */
const HOT = 16;
/** A pass over the hot ones, so that a look at the clock costs nothing beside it. */
const PASS = 1024;

/** Each cell of the first tables: its name, the function that judges, and one input for each call. */
export function* cells({ valid, invalid }) {
  for (const [kind, list] of Object.entries({ valid, invalid })) {
    const texts = list.map(({ text }) => text);
    const hot = texts.slice(0, HOT);
    for (const [set, chosen, length] of [['diverse', texts, texts.length], ['hot', hot, PASS]]) {
      const repeated = (inputs) => Array.from({ length }, (_, index) => inputs[index % inputs.length]);
      yield { name: `text, ${set} ${kind}`, door: 'text', inputs: repeated(chosen) };
      yield { name: `value, ${set} ${kind}`, door: 'value', inputs: repeated(chosen.map((text) => JSON.parse(text))) };
    }
  }
}

/** The bodies one a line, as text. Kinds take turns, as they would where bodies come from many. */
export const ndjson = ({ valid, invalid }) => valid.map(({ line }, index) => `${line}\n${invalid[index].line}\n`).join('');

/** Reads what is wrong and where of each mistake, so that nobody is spared who would find that out later. */
export function skim(list) {
  let sum = 0;
  for (const mistake of list) {
    const what = mistake.code ?? mistake.keyword ?? mistake.type;
    const where = mistake.pointer ?? mistake.instancePath ?? mistake.instanceLocation ?? mistake.path;
    sum += (what?.length ?? 0) + (where?.length ?? 0);
  }
  return sum;
}

/** The same for the mistakes of each line. */
export function skimLines(lines) {
  let sum = 0;
  for (const { diagnostics } of lines) sum += skim(diagnostics);
  return sum;
}

/** Reads everything that a person would: message, and line and column where there are any. */
export function read(list) {
  let sum = skim(list);
  for (const { message, range } of list) sum += (message?.length ?? 0) + (range?.start.line ?? 0) + (range?.start.column ?? 0);
  return sum;
}
