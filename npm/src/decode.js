// Reads what crates/validator/src/words.rs writes; the comment there tells the form.

import text from './tables.js';

const escapeSegment = (name) => name.replaceAll('~', '~0').replaceAll('/', '~1');

const [locales, severities, params, terms, pointers, ...rules] = text
  .slice(0, -1)
  .split('\n')
  .map((line) => line.split('\t'));

/** What a param is. */
const [TEXT, BEGINNING, NUMBER, TERM, THIS_ITEM, THIS_NAME, VALUE, VALUE_BEGINNING] = [0, 1, 2, 3, 4, 5, 6, 7];

/** The tables that numbers refer to. */
export const tables = {
  locales,
  severities,
  params,
  terms,
  pointers,
  paths: pointers.map((pointer) => pointer.split('/').slice(1)),
  rules: rules.map(([code, severity, ...server_codes]) => ({
    code,
    severity: severities[severity],
    server_codes,
    server_code: server_codes[0] ?? null,
  })),
  /** What messages are made of, by language, as it is asked for. */
  wording: locales.map(() => ({ messages: [], terms: [], suggestion: undefined })),
};

/** Reads one list of diagnostics after another. */
export class Decoder {
  #words;
  #at;
  #text;
  #cut = 0;
  #pointer;
  #path;
  #glue;
  #locale;
  #wording;
  #source;
  /** Where the body begins in what was judged. */
  #byte = 0;
  #utf16 = 0;

  /** `source` is the text that was judged, or else the module that has its bytes. */
  constructor(words, at, text, glue, locale, source) {
    this.#words = words;
    this.#at = at;
    this.#text = text;
    this.#glue = glue;
    this.#locale = locale;
    this.#wording = tables.wording[locale];
    this.#source = source;
  }

  next() {
    return this.#words[this.#at++];
  }

  /** Says where the next body begins. */
  move(byte, utf16) {
    this.#byte = byte;
    this.#utf16 = utf16;
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
    const words = this.#words;
    const head = words[this.#at++];
    const number = head & 0xff;
    const { code, server_code } = tables.rules[number];
    this.#place(head);
    const path = this.#path;
    const place = this.#at;
    let range = null;
    if (head & 0x400) {
      if (hasText) range = { start: position(words, place), end: position(words, place + 4) };
      this.#at += 8;
    }
    const params = {};
    const parts = (this.#wording.messages[number] ??= this.#glue.message(number, this.#locale).split(/[{}]/));
    let message = parts[0];
    if (parts.length > 1) message = this.#params(head >>> 16, params, parts, path, place);
    let suggestion = null;
    if (head & 0x2000) {
      suggestion = this.#piece(words[this.#at++]);
      const [before, behind] = (this.#wording.suggestion ??= this.#glue.suggestion(this.#locale).split('{}'));
      message += before + suggestion + behind;
    }
    return {
      code,
      severity: tables.severities[(head >> 8) & 3],
      pointer: this.#pointer,
      path,
      range,
      params,
      suggestion,
      server_code,
      fix: null,
      message,
    };
  }

  /** Reads params and returns the message with them. Its parts are texts, and names of params between them. */
  #params(count, params, parts, path, place) {
    const words = this.#words;
    let message = parts[0];
    let part = 1;
    for (let left = count; left > 0; left--) {
      const word = words[this.#at++];
      const name = tables.params[word & 15];
      const number = word >>> 8;
      let value;
      let shown;
      switch ((word >> 4) & 15) {
        case TEXT:
          value = shown = this.#piece(number);
          break;
        case BEGINNING:
          value = shown = `${this.#piece(number)}…`;
          break;
        case NUMBER:
          value = shown = words[this.#at++];
          break;
        case TERM:
          value = tables.terms[number];
          shown = this.#wording.terms[number] ??= this.#glue.term(number, this.#locale);
          break;
        case THIS_ITEM:
          value = shown = `${path.at(-2)}[${path.at(-1)}]`;
          break;
        case THIS_NAME:
          value = shown = path.at(-1);
          break;
        case VALUE:
          value = shown = this.#judged(place);
          break;
        case VALUE_BEGINNING:
          value = shown = `${this.#judged(place).slice(0, number)}…`;
      }
      params[name] = value;
      for (; part < parts.length && parts[part] !== name; part += 2) message += parts[part + 1];
      message += shown + parts[part + 1];
      part += 2;
    }
    for (; part < parts.length; part += 2) message += parts[part + 1];
    return message;
  }

  /** What stands at a range. */
  #judged(at) {
    const words = this.#words;
    return typeof this.#source === 'string'
      ? this.#source.slice(this.#utf16 + words[at + 1], this.#utf16 + words[at + 5])
      : this.#source.written(this.#byte + words[at], this.#byte + words[at + 4]);
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

const position = (words, at) => ({ byte: words[at], utf16: words[at + 1], line: words[at + 2], column: words[at + 3] });
