// The rounds: contenders take turns, each in a process of its own.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { median } from './clock.mjs';
import { CONTENDERS, REFERENCE } from './contenders.mjs';
import { ndjson } from './cells.mjs';
import { EIGHT } from './corpus/corpus.mjs';

/** What was found: a time for each round, by cell and contender. */
export class Speed {
  #times = {};
  /** How many mistakes of the text with eight each one names, and how, by contender and language. */
  named = {};

  add(id, { times, named }) {
    for (const [cell, time] of Object.entries(times)) ((this.#times[cell] ??= {})[id] ??= []).push(time);
    this.named[id] = named;
  }

  has(id, cell) {
    return this.#times[cell]?.[id] !== undefined;
  }

  /** Microseconds for one body: the median of the rounds. */
  time(id, cell) {
    return median(this.#times[cell][id]);
  }

  /** How many times as fast as another: the median of the ratios within a round, as a round has one state of the machine. */
  ratio(id, cell, other, otherCell = cell) {
    const [own, others] = [this.#times[cell][id], this.#times[otherCell][other]];
    return median(own.map((time, round) => others[round] / time));
  }
}

/** Those of a list with commas, or everybody. Without the one that all are compared with there is nothing to say. */
export function chosen(list) {
  const ids = list?.split(',') ?? Object.keys(CONTENDERS);
  const unknown = ids.find((id) => !(id in CONTENDERS));
  if (unknown !== undefined) throw new Error(`there is no ${unknown}; there are ${Object.keys(CONTENDERS).join(', ')}`);
  if (!ids.includes(REFERENCE)) throw new Error(`${REFERENCE} has to be among them: all are compared with it`);
  return ids;
}

/** Measures those with these ids. `native` is the program that judges without a boundary. */
export function speeds({ folder }, ids, bodies, native, rounds, milliseconds) {
  writeFileSync(join(folder, 'corpus.json'), JSON.stringify({ ...bodies, eight: EIGHT }));
  writeFileSync(join(folder, 'corpus.ndjson'), ndjson(bodies));
  const speed = new Speed();
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < ids.length; turn++) {
      const id = ids[(turn + round * 4) % ids.length];
      const [program, ...first] = CONTENDERS[id].isNative
        ? [native, id.slice('native-'.length)]
        : [process.execPath, join(import.meta.dirname, 'worker.mjs'), id];
      const output = execFileSync(program, [...first, folder, String(milliseconds)], { encoding: 'utf8' });
      speed.add(id, JSON.parse(output));
      process.stderr.write('.');
    }
  }
  process.stderr.write('\n');
  return speed;
}
