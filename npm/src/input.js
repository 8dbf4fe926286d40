import { CtsTrackerError } from './errors.js';

/** Deeper objects get the verdict of the text that is too deep; nothing in them matters then. */
const DEEPEST = 64;

/** The text, the bytes or the value that an input stands for. */
export function textOrBytes(input) {
  if (typeof input === 'string') return input;
  if (ArrayBuffer.isView(input)) {
    return input instanceof Uint8Array ? input : new Uint8Array(input.buffer, input.byteOffset, input.byteLength);
  }
  if (input instanceof ArrayBuffer) return new Uint8Array(input);
  return undefined;
}

/**
 * The JSON text of a value. What JSON.stringify would drop or change without a word is an error,
 * besides members that are undefined: those are left out, which is what they mean.
 */
export function toText(value) {
  inspect(value, '', []);
  try {
    return JSON.stringify(value);
  } catch (error) {
    if (error instanceof RangeError) return '['.repeat(DEEPEST + 1);
    throw unusable('', error.message);
  }
}

function inspect(value, pointer, above) {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return;
    case 'number':
      if (!Number.isFinite(value)) throw unusable(pointer, `JSON has no ${value}`);
      return;
    case 'object':
      break;
    default:
      throw unusable(pointer, `JSON has no ${typeof value}`);
  }
  if (value === null || above.length > DEEPEST) return;
  if (above.includes(value)) throw unusable(pointer, 'it contains itself');
  if (value instanceof Map || value instanceof Set) {
    throw unusable(pointer, `a ${value.constructor.name} would become {}`);
  }
  above.push(value);
  if (typeof value.toJSON === 'function') {
    inspect(value.toJSON(pointer.slice(pointer.lastIndexOf('/') + 1)), pointer, above);
  } else if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) inspect(value[index], `${pointer}/${index}`, above);
  } else {
    for (const name of Object.keys(value)) {
      const inner = value[name];
      if (inner !== undefined) inspect(inner, `${pointer}/${name}`, above);
    }
  }
  above.pop();
}

function unusable(pointer, problem) {
  return new CtsTrackerError('input-invalid', `${pointer || 'the input'}: ${problem}`);
}
