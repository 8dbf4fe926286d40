// How time is taken.

/** The middle one; of an even number the mean of the two in the middle. */
export function median(list) {
  const sorted = [...list].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** So many stretches after the warm-up, in which the engine learns. */
const STRETCHES = 5;
/** The warm-up, in times of a cell. With less, ajv is caught before the engine is done with its large function, and looks slow. */
const WARM_UP = 5;
/** Whoever needs longer than so many times the time of a cell gets fewer stretches. */
const PATIENCE = 3;

/** Microseconds of processor time that this process has had, those of the engine's helpers included. */
function used() {
  const { user, system } = process.cpuUsage();
  return user + system;
}

/**
 * Microseconds of processor time for one of `count` that a call of `pass` does: the median of stretches after a warm-up.
 * Processor time does not see the waiting for a processor that somebody else has.
 */
export function processorTime(pass, count, milliseconds) {
  const stretch = (time) => {
    const start = used();
    let passes = 0;
    let spent;
    do {
      pass();
      passes++;
      spent = used() - start;
    } while (spent < time * 1000);
    return spent / passes / count;
  };
  stretch(milliseconds * WARM_UP);
  const start = used();
  const found = [];
  do found.push(stretch(milliseconds / STRETCHES));
  while (found.length < STRETCHES && used() - start < milliseconds * 1000 * PATIENCE);
  return median(found);
}
