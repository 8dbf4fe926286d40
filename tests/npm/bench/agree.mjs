// Speed means nothing without agreement: before anything is measured, all must give the verdict of the corpus.
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { CONTENDERS, PEERS, SCRIPTS, complete } from './contenders.mjs';
import { LEFT_OUT } from './corpus/corpus.mjs';

/** Errors that the catalogue lists as something milder, because it depends on the rest of the body. */
const GRAVER = ['data-bucket-required'];

/** Every error that a body alone can have is in the corpus, or is left out for a reason that is written down. */
function isComplete(validator, items) {
  const known = validator.codes().filter(({ severity }) => severity === 'error').map(({ code }) => code);
  const broken = new Set(items.flatMap(({ codes }) => codes));
  const missing = [...known, ...GRAVER].filter((code) => !broken.has(code) && !(code in LEFT_OUT));
  if (missing.length > 0) throw new Error(`no body of the corpus breaks ${missing.join(', ')}`);
  const stale = Object.keys(LEFT_OUT).filter((code) => !known.includes(code) || broken.has(code));
  if (stale.length > 0) throw new Error(`left out without need: ${stale.join(', ')}`);
}

/** Ours names exactly the rules that were broken, each once. */
function isExact(validator, items) {
  for (const { text, codes } of items) {
    for (const input of [text, JSON.parse(text)]) {
      const found = validator.check(input, { level: 'error' }).diagnostics.map(({ code }) => code);
      if (found.sort().join() !== codes.join()) throw new Error(`${found} instead of ${codes}: ${text}`);
    }
  }
}

/** Throws with the first body on which somebody differs. Returns how many verdicts were compared. */
export async function agree(validator, folder, { valid, invalid }) {
  isComplete(validator, invalid);
  isExact(validator, [...valid, ...invalid]);
  let compared = 0;
  for (const id of SCRIPTS.filter((id) => PEERS.includes(id) || CONTENDERS[id].isOurs)) {
    const contender = complete(await import(pathToFileURL(join(folder, `${id}.mjs`))));
    const hasError = (list) => list.length > 0 && (id !== 'ours-everything' || list.some(({ severity }) => severity === 'error'));
    const ask = (door, input, expected, text) => {
      compared++;
      const found = contender[door](input);
      if (hasError(found) !== expected) throw new Error(`${id}, ${door}, ${expected ? 'missed' : 'made up'}: ${text}`);
    };
    for (const [list, expected] of [[valid, false], [invalid, true]]) {
      for (const { text } of list) {
        ask('text', text, expected, text);
        ask('value', JSON.parse(text), expected, text);
      }
    }
    const many = [...valid, ...invalid].map(({ line }) => line).join('\n');
    for (const [door, input] of [['lines', many], ['bytes', new TextEncoder().encode(many)]]) {
      const lines = contender[door](input).filter(({ diagnostics }) => hasError(diagnostics));
      const numbers = lines.map(({ line }) => line - valid.length);
      if (numbers.length !== invalid.length || numbers.some((number, index) => number !== index + 1)) {
        throw new Error(`${id}, ${door}: other lines than those with an error`);
      }
      compared += valid.length + invalid.length;
    }
  }
  return compared;
}
