import { CtsTrackerError } from './errors.js';
import { writeWithLetters } from './input.js';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Room for the text of most requests, so that memory is asked for once. */
const FIRST_ROOM = 65536;

/** A wasm module with its glue: starts it, writes texts into it, recovers it after a panic. */
export class Module {
  #compiling;
  #fetchDefault;
  #fetchGlue;
  /** Where texts are written. Detached, and so of length 0, when the memory has grown. */
  #room = new Uint8Array();
  #address = 0;
  #words = new Uint32Array();
  #bytes = new Uint8Array();

  /** `glue` is the script that goes with the module, or a function that loads it when it is needed. */
  constructor(glue, starter, fetchDefault) {
    if (typeof glue === 'function') this.#fetchGlue = glue;
    else this.glue = glue;
    this.starter = starter;
    this.#fetchDefault = fetchDefault;
    /** The exports of the module, once it runs. */
    this.raw = undefined;
    /** How often it was started; what was read from an earlier start may be out of date. */
    this.starts = 0;
  }

  /** Starts it with compiled code. */
  start(compiled) {
    this.raw = this.glue.initSync({ module: compiled });
    this.starts++;
  }

  /** Loads and starts it. Callers at the same time share one attempt; a failed one is forgotten. */
  load(source) {
    if (this.raw !== undefined) return Promise.resolve();
    this.#compiling ??= Promise.all([compile(source ?? this.#fetchDefault?.()), this.glue ?? this.#fetchGlue()])
      .then(([compiled, glue]) => {
        this.glue = glue;
        if (this.raw === undefined) this.start(compiled);
      })
      .catch((cause) => {
        this.#compiling = undefined;
        throw new CtsTrackerError('init-failed', `the module could not be loaded: ${cause?.message ?? cause}`, { cause });
      });
    return this.#compiling;
  }

  /** The exports, or an error that says what is to be done first. */
  ready() {
    if (this.raw === undefined) {
      throw new CtsTrackerError('not-ready', `call and await ${this.starter}() first`);
    }
    return this.raw;
  }

  /** Writes a text and returns its length in bytes. */
  writeText(text) {
    if (!isWellFormed(text)) text = withLoneSurrogateSeen(text);
    let room = this.#reserve(text.length);
    let { read, written } = encoder.encodeInto(text, room);
    if (read < text.length) {
      // A character takes at most three bytes for each of its code units.
      room = this.#reserve(written + (text.length - read) * 3);
      written += encoder.encodeInto(text.slice(read), room.subarray(written)).written;
    }
    return written;
  }

  /** Writes a value with letters for names, if that can be done; returns the length in bytes or -1. */
  writeValue(value) {
    return writeWithLetters(value, this.#reserve(0));
  }

  /** Writes bytes and returns how many they are. */
  writeBytes(bytes) {
    this.#reserve(bytes.length).set(bytes);
    return bytes.length;
  }

  /** A part of what was written, between two bytes. */
  written(start, end) {
    return this.text(this.#address + start, end - start);
  }

  #reserve(length) {
    if (this.#room.length < length || this.#room.length === 0) {
      const wanted = Math.max(length, FIRST_ROOM, this.#room.length);
      this.#address = this.raw.reserve(wanted) >>> 0;
      if (this.#address === 0) {
        throw new CtsTrackerError('input-invalid', `a text of ${length} bytes does not fit into memory`);
      }
      this.#room = new Uint8Array(this.raw.memory.buffer, this.#address, wanted);
    }
    return this.#room;
  }

  /** The memory as words. */
  words() {
    if (this.#words.length === 0) this.#words = new Uint32Array(this.raw.memory.buffer);
    return this.#words;
  }

  /** A text in the memory. */
  text(address, length) {
    if (length === 0) return '';
    if (this.#bytes.length === 0) this.#bytes = new Uint8Array(this.raw.memory.buffer);
    return decoder.decode(this.#bytes.subarray(address, address + length));
  }

  /** Turns whatever was thrown into an error of this package. After a panic it starts anew. */
  fault(error, code = 'option-invalid') {
    if (error instanceof CtsTrackerError) return error;
    if (!(error instanceof WebAssembly.RuntimeError || error instanceof RangeError)) {
      return new CtsTrackerError(code, error?.message ?? String(error), { cause: error });
    }
    let text = '';
    try {
      // Only the larger module keeps a text; the other one traps at once.
      text = this.glue.last_panic?.() ?? '';
    } catch {
      // The memory is beyond reading; the error itself has to do.
    }
    this.glue.__wbg_reset_state();
    this.raw = this.glue.initSync();
    this.starts++;
    this.#room = this.#bytes = new Uint8Array();
    this.#words = new Uint32Array();
    return new CtsTrackerError('panic', `a fault of this package: ${text || error.message}`, { cause: error });
  }
}

async function compile(source) {
  source = await source;
  if (source === undefined) throw new Error('this entry knows no address of it; give a source');
  if (source instanceof WebAssembly.Module) return source;
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) return WebAssembly.compile(source);
  const response = typeof Response === 'function' && source instanceof Response ? source : await fetch(source);
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  // Servers that send another type than application/wasm are common; streaming refuses that.
  const type = response.headers.get('Content-Type') ?? '';
  return type.startsWith('application/wasm') && WebAssembly.compileStreaming
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}

export function isWellFormed(text) {
  return text.isWellFormed ? text.isWellFormed() : !/\p{Surrogate}/u.test(text);
}

/**
 * UTF-8 has no form for half of a surrogate pair. Written as an escape it gets the verdict of the
 * escape, at the same place. Behind a backslash it would become part of another escape; there the
 * replacement character gives the verdict of what it is, an escape that does not exist.
 */
function withLoneSurrogateSeen(text) {
  const at = text.search(/\p{Surrogate}/u);
  const isEscaped = /(?<!\\)\\(?:\\\\)*$/.test(text.slice(0, at));
  const seen = isEscaped ? '\ufffd' : `\\u${text.charCodeAt(at).toString(16)}`;
  return text.slice(0, at) + seen + text.slice(at + 1);
}
