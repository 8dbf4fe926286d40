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
  inspect(value, '', []);
  try {
    return JSON.stringify(value);
  } catch (error) {
    if (error instanceof RangeError) return '['.repeat(DEEPEST + 1);
    throw unusable('', error.message);
  }
}

const encoder = new TextEncoder();

/** What takes more bytes is judged as its text, so that the limit for the size of a text is one of the text. */
const LARGEST = 65536;

/** The members of each object by their names: the letter of each, and its members if it has any. */
const MEMBERS = new Map();
for (const [number, path] of tables.paths.entries()) {
  if (number === 0) continue;
  const holder = path.length > 1 ? MEMBERS.get(path[0]) : undefined;
  const members = holder === undefined ? MEMBERS : (holder.members ??= new Map());
  members.set(path.at(-1), { letter: 0x60 + number, members: undefined });
}

/**
 * Writes a value as JSON with a letter for each name of the table and returns its length. -1 for what is not plain data,
 * or needs more room; that takes the way of its text.
 */
export function writeWithLetters(value, room) {
  // Members of all objects are not the value's own, and have no place in its text.
  for (const _ in Object.prototype) return -1;
  const end = writeValue(value, MEMBERS, room, 0, 0);
  // What is written beyond the end is lost, and seen here.
  return end <= Math.min(room.length, LARGEST) ? end : -1;
}

// Each of these writes from a place on and returns where it ends, or -1.

function writeValue(value, members, room, at, depth) {
  if (typeof value === 'string') return writeString(value, room, at);
  if (value === true) return writeWord('true', room, at);
  if (value === false) return writeWord('false', room, at);
  if (value === null) return writeWord('null', room, at);
  if (typeof value === 'number') return Number.isFinite(value) ? writeWord(`${value}`, room, at) : -1;
  if (typeof value !== 'object' || depth > DEEPEST || value.toJSON !== undefined) return -1;
  return Array.isArray(value) ? writeArray(value, room, at, depth + 1) : writeObject(value, members, room, at, depth + 1);
}

function writeObject(object, members, room, at, depth) {
  const prototype = Object.getPrototypeOf(object);
  if (prototype !== Object.prototype && prototype !== null) return -1;
  room[at++] = 0x7b;
  const first = at;
  for (const name in object) {
    const value = object[name];
    if (value === undefined) continue;
    const member = members?.get(name);
    if (member !== undefined) room[at++] = member.letter;
    else {
      at = writeString(name, room, at);
      if (at < 0) return -1;
      room[at++] = 0x3a;
    }
    at = writeValue(value, member?.members, room, at, depth);
    if (at < 0) return -1;
    room[at++] = 0x2c;
  }
  // The last comma becomes the brace.
  if (at === first) at++;
  room[at - 1] = 0x7d;
  return at;
}

function writeArray(items, room, at, depth) {
  room[at++] = 0x5b;
  for (let index = 0; index < items.length; index++) {
    if (index > 0) room[at++] = 0x2c;
    at = writeValue(items[index], undefined, room, at, depth);
    if (at < 0) return -1;
  }
  room[at] = 0x5d;
  return at + 1;
}

function writeString(text, room, start) {
  let at = start;
  room[at++] = 0x22;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 0x80) {
      if (code < 0x20 || code === 0x22 || code === 0x5c) return writeUnusual(text, room, start);
      room[at++] = code;
    } else if (code < 0x800) {
      room[at++] = 0xc0 | (code >> 6);
      room[at++] = 0x80 | (code & 0x3f);
    } else {
      if (code >> 11 === 0x1b) return writeUnusual(text, room, start);
      room[at++] = 0xe0 | (code >> 12);
      room[at++] = 0x80 | ((code >> 6) & 0x3f);
      room[at++] = 0x80 | (code & 0x3f);
    }
  }
  room[at] = 0x22;
  return at + 1;
}

/** For strings that need escapes or have characters of two code units. */
function writeUnusual(text, room, at) {
  const json = JSON.stringify(text);
  const { read, written } = encoder.encodeInto(json, room.subarray(at));
  return read === json.length ? at + written : -1;
}

/** ASCII. */
function writeWord(word, room, at) {
  for (let index = 0; index < word.length; index++) room[at + index] = word.charCodeAt(index);
  return at + word.length;
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
