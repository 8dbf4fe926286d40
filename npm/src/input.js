import { tables } from './decode.js';
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
  const text = plainText(value, 0);
  if (text !== undefined) return text;
  inspect(value, '', []);
  try {
    return JSON.stringify(value);
  } catch (error) {
    if (error instanceof RangeError) return '['.repeat(DEEPEST + 1);
    throw unusable('', error.message);
  }
}

/** What a string must not have in it to stand in JSON as it is. */
const SPECIAL = /["\\\0-\x1f\ud800-\udfff]/;
/** The members of the request with all that stands before their values. */
const PREFIXES = new Map(
  tables.paths.map((path) => [path.at(-1), `"${path.at(-1)}":`]),
);

/**
 * The text of a value that is plain data, which most are: one walk instead of an inspection and
 * JSON.stringify. Nothing for any other, and for whatever JSON does not have.
 */
function plainText(value, depth) {
  switch (typeof value) {
    case 'string':
      return SPECIAL.test(value) ? JSON.stringify(value) : `"${value}"`;
    case 'boolean':
      return value ? 'true' : 'false';
    case 'number':
      return Number.isFinite(value) ? `${value}` : undefined;
    case 'object':
      if (value === null) return 'null';
      if (depth > DEEPEST || value.toJSON !== undefined) return undefined;
      return Array.isArray(value) ? plainArray(value, depth + 1) : plainObject(value, depth + 1);
  }
  return undefined;
}

function plainArray(items, depth) {
  let text = '[';
  for (let index = 0; index < items.length; index++) {
    const item = plainText(items[index], depth);
    if (item === undefined) return undefined;
    text += index === 0 ? item : `,${item}`;
  }
  return `${text}]`;
}

function plainObject(object, depth) {
  const prototype = Object.getPrototypeOf(object);
  if (prototype !== Object.prototype && prototype !== null) return undefined;
  let text = '{';
  let separator = '';
  for (const name in object) {
    const value = object[name];
    if (value === undefined) continue;
    const inner = plainText(value, depth);
    if (inner === undefined) return undefined;
    text += separator + (PREFIXES.get(name) ?? `${JSON.stringify(name)}:`) + inner;
    separator = ',';
  }
  return `${text}}`;
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
