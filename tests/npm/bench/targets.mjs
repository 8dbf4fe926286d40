// What the package promises itself, held against what was measured.
import { REFERENCE } from './contenders.mjs';

const KINDS = ['diverse valid', 'diverse invalid', 'hot valid', 'hot invalid'];
/** What is wrong and where, which is what the others say; and the whole report for the cell that reads messages. */
const BRIEF = 'ours-brief';
const WHOLE = 'ours';

/** Each target: what it is about, what is wanted, what was found. `isAtMost` where less is better. */
export function targets({ speed, starts, weights }) {
  const against = (peer, cell, own = BRIEF) => speed.ratio(own, cell, peer);
  const worst = (kinds, door) => Math.min(...kinds.map((kind) => against(REFERENCE, `${door}, ${kind}`)));
  const start = (name) => starts.find((one) => one.name === name).wall;
  const times = (about, wanted, found) => ({ about, wanted: `≥ ${wanted} ×`, found: `${found.toFixed(1)} ×`, isMet: found >= wanted });
  const [heaviest] = weights;
  return [
    times('`checkBrief`, text, diverse bodies, to ajv (the worse of two)', 4, worst(KINDS.slice(0, 2), 'text')),
    times('`checkBrief`, text, hot bodies, to ajv (the worse of two)', 2.5, worst(KINDS.slice(2), 'text')),
    times('`checkBrief`, text, diverse valid, to JSON.parse alone', 1.3, against('parse', 'text, diverse valid')),
    times('`checkLinesBrief`, bytes, to ajv', 6, against(REFERENCE, 'lines, bytes')),
    times('`checkBrief`, ready value, to ajv (the worst of four)', 1, worst(KINDS, 'value')),
    times('report in English, to ajv', 1, against(REFERENCE, 'report, English', WHOLE)),
    times('report in English, to zod', 3, against('zod', 'report, English', WHOLE)),
    {
      about: 'first verdict after import, of the time of valibot',
      wanted: '≤ 2 ×',
      found: `${(start('ours, bundled') / start('valibot')).toFixed(1)} ×`,
      isMet: start('ours, bundled') <= 2 * start('valibot'),
    },
    { about: 'bytes, brotli', wanted: '≤ 45000', found: String(heaviest.brotli), isMet: heaviest.brotli <= 45_000 },
  ];
}
