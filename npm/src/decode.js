// Reads what crates/validator/src/words.rs writes; the comment there tells the form.

import text from './tables.js';

const escapeSegment = (name) => name.replaceAll('~', '~0').replaceAll('/', '~1');

const [locales, severities, params, pointers, ...rules] = text
  .slice(0, -1)
  .split('\n')
  .map((line) => line.split('\t'));

/** The tables that numbers refer to. */
export const tables = {
  locales,
  severities,
  params,
  pointers,
  paths: pointers.map((pointer) => pointer.split('/').slice(1)),
  rules: rules.map(([code, severity, ...server_codes]) => ({
    code,
    severity: severities[severity],
    server_codes,
  })),
  /** Messages that are always the same, by language and rule, as they are asked for. */
  messages: locales.map(() => []),
};

/** Reads one list of diagnostics after another. */
export class Decoder {
  #words;
  #at;
  #text;
  #cut = 0;
  #pointer;
  #path;
  #locale;
  #message;

  constructor(words, at, text, locale, message) {
    this.#words = words;
    this.#at = at;
    this.#text = text;
    this.#locale = locale;
    this.#message = message;
  }

  next() {
    return this.#words[this.#at++];
  }

  diagnostics(count, hasText) {
    const list = new Array(count);
    for (let index = 0; index < count; index++) list[index] = this.#diagnostic(hasText);
    return list;
  }

  /** Reads a list of what is found without its words. */
  brief(count) {
    const list = new Array(count);
    for (let index = 0; index < count; index++) {
      const head = this.#words[this.#at++];
      const severity = tables.severities[(head >> 8) & 3];
      const { code } = tables.rules[head & 0xff];
      if ((head >> 11) & 3) {
        this.#place(head);
        list[index] = { code, severity, pointer: this.#pointer, path: this.#path };
      } else {
        // Nearly all: a member, of which there is nothing to put together.
        const number = this.#words[this.#at++];
        list[index] = { code, severity, pointer: tables.pointers[number], path: tables.paths[number].slice() };
      }
    }
    return list;
  }

  /** Reads where something stands. */
  #place(head) {
    const kind = (head >> 11) & 3;
    const number = this.next();
    if (kind === 2) {
      this.#path = new Array(number);
      this.#pointer = '';
      for (let index = 0; index < number; index++) {
        const segment = this.#value();
        this.#path[index] = segment;
        this.#pointer += `/${typeof segment === 'string' ? escapeSegment(segment) : segment}`;
      }
      return;
    }
    this.#path = tables.paths[number].slice();
    this.#pointer = tables.pointers[number];
    if (kind === 1) {
      const item = this.next();
      this.#path.push(item);
      this.#pointer += `/${item}`;
    }
  }

  #diagnostic(hasText) {
    const head = this.next();
    const rule = tables.rules[head & 0xff];
    this.#place(head);
    const pointer = this.#pointer;
    const path = this.#path;
    let range = null;
    if (head & 0x400) {
      if (hasText) range = { start: this.#position(), end: this.#position() };
      else this.#at += 8;
    }
    const params = {};
    for (let left = head >>> 16; left > 0; left--) {
      const name = tables.params[this.next()];
      params[name] = this.#value();
    }
    const suggestion = head & 0x4000 ? this.#piece(this.next()) : null;
    const message =
      head & 0x2000
        ? this.#piece(this.next())
        : (tables.messages[this.#locale][head & 0xff] ??= this.#message(head & 0xff, this.#locale));
    return {
      code: rule.code,
      severity: tables.severities[(head >> 8) & 3],
      pointer,
      path,
      range,
      params,
      suggestion,
      server_code: rule.server_codes[0] ?? null,
      fix: null,
      message,
    };
  }

  #position() {
    return { byte: this.next(), utf16: this.next(), line: this.next(), column: this.next() };
  }

  /** A piece of the text, or a number. */
  #value() {
    const word = this.next();
    return word & 1 ? word >>> 1 : this.#piece(word >>> 1);
  }

  #piece(length) {
    return this.#text.slice(this.#cut, (this.#cut += length));
  }
}
