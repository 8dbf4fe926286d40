// Chance that is the same each time.

/** Numbers from 0 to 1 (mulberry32): the same seed gives the same numbers. */
function numbers(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Ways to choose, all fed by one seed. */
export function chooser(seed) {
  const next = numbers(seed);
  const upTo = (limit) => Math.floor(next() * limit);
  const pick = (list) => list[upTo(list.length)];
  const chance = (share) => next() < share;
  const word = (letters, least, most) =>
    Array.from({ length: least + upTo(most - least + 1) }, () => letters[upTo(letters.length)]).join('');
  /** The same members in another order, also within. */
  const shuffled = (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    const keyed = Object.entries(value).map(([name, inner]) => [next(), name, inner]);
    keyed.sort(([one], [other]) => one - other);
    return Object.fromEntries(keyed.map(([, name, inner]) => [name, shuffled(inner)]));
  };
  return { upTo, pick, chance, word, shuffled };
}
