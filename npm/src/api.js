import { Decoder, tables } from './decode.js';
import { CtsTrackerError } from './errors.js';
import { textOrBytes, toText } from './input.js';
import { isWellFormed } from './module.js';

const NOTHING = Object.freeze({});
const KNOWN = new Set(['projectId', 'region', 'current', 'locale', 'level', 'fixes', 'severities']);

/** Where the words of a verdict on one body and of one on lines begin, behind place and length. */
const ONE = { error: 2, warning: 3, info: 4, count: 5, first: 6 };
const BRIEF = { count: 2, first: 3 };
const MANY = { bodies: 2, count: 3, valid: 4, first: 5 };

/** Keeps a module set to the options of the last call, so that they are read when they change. */
class Desk {
  #module;
  #starts = 0;
  /** The options of the last call, where they can be compared member by member. */
  #last;
  /** The object whose names were looked at last. */
  #seen;
  #text = '{}';
  locale = 0;

  constructor(module) {
    this.#module = module;
  }

  /** The module, running and set to these options. */
  open(options) {
    options ??= NOTHING;
    const module = this.#module;
    module.ready();
    if (this.#starts !== module.starts) {
      this.#starts = module.starts;
      this.#last = NOTHING;
      this.#text = '{}';
      this.locale = 0;
    }
    if (options === NOTHING ? this.#last !== NOTHING : !this.#isLast(options)) this.#configure(options);
    return module;
  }

  #isLast(options) {
    const last = this.#last;
    if (last === undefined) return false;
    // Spelled out: a loop over the names takes longer than the verdict on a short text.
    if (
      options.projectId !== last.projectId ||
      options.region !== last.region ||
      options.current !== last.current ||
      options.locale !== last.locale ||
      options.level !== last.level ||
      options.fixes !== last.fixes ||
      options.severities !== last.severities
    ) {
      return false;
    }
    if (options !== this.#seen) {
      for (const name in options) if (!KNOWN.has(name)) return false;
      this.#seen = options;
    }
    return true;
  }

  #configure(options) {
    // What fails is not kept, so that the next call fails as well.
    this.#last = undefined;
    for (const name in options) {
      if (!KNOWN.has(name)) throw unusable(name, 'it is unknown');
    }
    const { current, severities } = options;
    const text = JSON.stringify(options);
    if (text !== this.#text) {
      this.#text = '';
      this.#set(this.#module.glue, options);
      this.#text = text;
    }
    // Objects may change between calls; options with one are compared by their text each time.
    if (options === NOTHING) this.#last = NOTHING;
    else if (typeof current !== 'object' && !severities) this.#last = { ...options };
  }

  #set(glue, { projectId, region, current, locale, level, severities }) {
    glue.reset();
    this.locale = 0;
    if (isGiven('projectId', projectId)) glue.set_project_id(projectId);
    if (isGiven('region', region)) glue.set_region(region);
    if (isGiven('locale', locale)) {
      this.locale = glue.set_locale(locale);
      if (this.locale < 0) throw unusable('locale', `"${locale}" is not spoken here; ${tables.locales.join(' and ')} are`);
    }
    if (isGiven('level', level)) glue.set_level(numberOf('level', level));
    if (isGiven('severities', severities, 'object')) {
      for (const [code, word] of Object.entries(severities)) {
        const rule = tables.rules.findIndex((rule) => rule.code === code);
        if (rule < 0) throw unusable('severities', unknownCode(code, glue));
        glue.set_severity(rule, word === 'off' ? tables.severities.length : numberOf('severities', word));
      }
    }
    if (current === undefined || current === null) return;
    try {
      glue.set_current(typeof current === 'string' ? current : JSON.stringify(current));
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError) throw this.#module.fault(error);
      throw unusable('current', error.message);
    }
  }
}

const unusable = (name, problem) => new CtsTrackerError('option-invalid', `option ${name}: ${problem}`);

/** Whether an option is there; of another type it cannot be used. */
function isGiven(name, value, type = 'string') {
  if (value === undefined || value === null) return false;
  if (typeof value !== type || Array.isArray(value)) throw unusable(name, 'it has another type');
  return true;
}

function numberOf(name, word) {
  const number = tables.severities.indexOf(word);
  if (number < 0) throw unusable(name, `"${word}" is not one of error, warning and info`);
  return number;
}

function unknownCode(code, glue) {
  const nearest = glue.nearest(code, tables.rules.map((rule) => rule.code).join('\n'));
  return `no rule has the code "${code}"${nearest && `; perhaps "${nearest}" is meant`}`;
}

const isFaultless = (module, length, _, desk, source, hasLetters) => module.raw.is_valid(length, hasLetters) !== 0;
const isError = ({ severity }) => severity === 'error';
const withoutFixes = () => unusable('fixes', 'only check offers them, for one body');

/** Names and values of headers in any of the forms that people have them in. */
function pairsOf(headers) {
  if (Symbol.iterator in headers) return [...headers];
  if (typeof headers.forEach !== 'function') return Object.entries(headers);
  const pairs = [];
  headers.forEach((value, name) => pairs.push([name, value]));
  return pairs;
}

/** The functions of the package over a module that judges and one with the rest. */
export function createApi(judge, tools, openTools) {
  const desk = new Desk(judge);
  const workshop = new Desk(tools);

  /** Writes an input and calls; whatever fails becomes an error of this package. */
  function call(desk, input, options, work) {
    const module = desk.open(options);
    const given = textOrBytes(input);
    const letters = given === undefined && module === judge ? module.writeValue(input) : -1;
    // Outside of the guard: what a toJSON throws is the caller's.
    const text = letters < 0 ? (given ?? toText(input)) : undefined;
    try {
      if (text === undefined) return work(module, letters, false, desk, module, true);
      const length = typeof text === 'string' ? module.writeText(text) : module.writeBytes(text);
      return work(module, length, given !== undefined, desk, typeof text === 'string' ? text : module, false);
    } catch (error) {
      throw module.fault(error, 'input-invalid');
    }
  }

  function decoder(module, desk, address, first, source) {
    const words = module.words();
    const at = address >>> 2;
    const text = module.text(words[at], words[at + 1]);
    return new Decoder(words, at + first, text, module.glue, desk.locale, source);
  }

  function judgeOne(module, length, hasText, desk, source, hasLetters) {
    const address = module.raw.check(length, hasLetters) >>> 0;
    if (address === 0) return { valid: true, counts: { error: 0, warning: 0, info: 0 }, diagnostics: [] };
    const reader = decoder(module, desk, address, ONE.first, source);
    const words = module.words();
    const at = address >>> 2;
    const counts = { error: words[at + ONE.error], warning: words[at + ONE.warning], info: words[at + ONE.info] };
    const diagnostics = reader.diagnostics(words[at + ONE.count], hasText);
    return { valid: counts.error === 0, counts, diagnostics };
  }

  function judgeBrief(module, length, _, desk, source, hasLetters) {
    const address = module.raw.check_brief(length, hasLetters) >>> 0;
    if (address === 0) return { valid: true, diagnostics: [] };
    const count = module.words()[(address >>> 2) + BRIEF.count];
    const diagnostics = decoder(module, desk, address, BRIEF.first, source).brief(count);
    return { valid: !diagnostics.some(isError), diagnostics };
  }

  function judgeWithFixes(module, length, hasText) {
    const diagnostics = JSON.parse(module.glue.check_to_json(length));
    const counts = { error: 0, warning: 0, info: 0 };
    for (const diagnostic of diagnostics) {
      counts[diagnostic.severity]++;
      if (!hasText) diagnostic.range = null;
    }
    return { valid: counts.error === 0, counts, diagnostics };
  }

  /** The desk for these options: only the larger module can compare with trackers. */
  function deskFor(options) {
    if (options?.current === undefined || options.current === null) return desk;
    openTools();
    return workshop;
  }

  function check(input, options) {
    if (options?.fixes) {
      openTools();
      return call(workshop, input, options, judgeWithFixes);
    }
    return call(deskFor(options), input, options, judgeOne);
  }

  function checkBrief(input, options) {
    if (options?.fixes) throw withoutFixes();
    return call(deskFor(options), input, options, judgeBrief);
  }

  function isValid(input, options) {
    return call(deskFor(options), input, options, isFaultless);
  }

  const checkLines = (input, options) => judgeLines(input, options, 'check_lines', (reader) => reader.diagnostics(reader.next(), true), check);
  const checkLinesBrief = (input, options) => judgeLines(input, options, 'check_lines_brief', (reader) => reader.brief(reader.next()), checkBrief);

  function judgeLines(input, options, name, read, judge) {
    if (options?.fixes) throw withoutFixes();
    if (textOrBytes(input) === undefined) throw new CtsTrackerError('input-invalid', 'the input: lines are text or bytes');
    if (typeof input === 'string' && !isWellFormed(input)) return oneByOne(input, options, judge);
    return call(deskFor(options), input, options, (module, length, _, desk, source) => {
      const address = module.raw[name](length) >>> 0;
      const words = module.words();
      const at = address >>> 2;
      const [bodies, count, valid] = [words[at + MANY.bodies], words[at + MANY.count], words[at + MANY.valid]];
      const reader = decoder(module, desk, address, MANY.first, source);
      const lines = new Array(count);
      for (let index = 0; index < count; index++) {
        const [line, byte, utf16, isValid] = [reader.next(), reader.next(), reader.next(), reader.next()];
        reader.move(byte, utf16);
        lines[index] = { line, byte, utf16, valid: isValid === 1, diagnostics: read(reader) };
      }
      return { valid: valid === 1, bodies, lines };
    });
  }

  /** For text with half of a surrogate pair, where one line must not change the places of the next. */
  function oneByOne(input, options, judge) {
    const report = { valid: true, bodies: 0, lines: [] };
    let [byte, utf16] = [0, 0];
    for (const [index, line] of input.split('\n').entries()) {
      const body = line.endsWith('\r') ? line.slice(0, -1) : line;
      if (/[^ \t\r\f]/.test(body)) {
        report.bodies++;
        const { valid, diagnostics } = judge(body, options);
        report.valid &&= valid;
        if (diagnostics.length > 0) report.lines.push({ line: index + 1, byte, utf16, valid, diagnostics });
      }
      // Half a pair counts as the three bytes of the character that replaces it.
      byte += new TextEncoder().encode(line).length + 1;
      utf16 += line.length + 1;
    }
    return report;
  }

  /** Calls into the workshop with values that are no requests. */
  function tool(options, work) {
    openTools();
    const module = workshop.open(options);
    try {
      return work(module.glue);
    } catch (error) {
      throw module.fault(error, 'input-invalid');
    }
  }

  const asText = (input) => {
    const given = textOrBytes(input);
    // UTF-8 has no form for half of a surrogate pair; as an escape it is refused and not replaced.
    if (typeof given === 'string') return given.replace(/\p{Surrogate}/gu, (half) => `\\u${half.charCodeAt(0).toString(16)}`);
    return given === undefined ? toText(input) : new TextDecoder().decode(given);
  };

  function applyFixes(input, options) {
    const given = textOrBytes(input);
    if (given === undefined) throw new CtsTrackerError('input-invalid', 'the input: fixes are for text or bytes');
    // Half a pair cannot be kept by UTF-8, and text that is not JSON has no fix.
    if (typeof given === 'string' && !isWellFormed(given)) return given;
    openTools();
    const fixed = call(workshop, given, options, (module, length) => module.glue.apply_fixes(length));
    return typeof given === 'string' ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(fixed) : fixed;
  }

  function explainResponse(answer, options) {
    if (!Number.isInteger(answer?.status)) throw new CtsTrackerError('input-invalid', 'the answer: status must be a whole number');
    const { status, headers = [], body = '' } = answer;
    const text = JSON.stringify(pairsOf(headers).map(([name, value]) => [String(name), String(value)]));
    const locale = options?.locale ?? 'en';
    return JSON.parse(tool(undefined, (glue) => glue.explain(status, text, body, locale)));
  }

  function standardSchema(options) {
    const validate = (value) => {
      // A string is a value here, not the text of one.
      const { valid, diagnostics } = check(typeof value === 'string' ? JSON.stringify(value) : value, options);
      if (valid) return { value };
      const errors = diagnostics.filter(({ severity }) => severity === 'error');
      return { issues: errors.map(({ message, path }) => ({ message, path })) };
    };
    return {
      '~standard': {
        version: 1,
        vendor: 'cts-tracker-validator',
        validate: (value) => (judge.raw === undefined ? judge.load().then(() => validate(value)) : validate(value)),
      },
    };
  }

  function codes(options) {
    const locale = options?.locale;
    const { glue } = desk.open(locale === undefined ? undefined : { locale });
    return tables.rules.map((rule, number) => ({
      ...rule,
      server_codes: [...rule.server_codes],
      message: glue.message(number, desk.locale),
    }));
  }

  return {
    init: (source) => judge.load(source),
    initTools: (source) => tools.load(source),
    check,
    checkBrief,
    isValid,
    checkLines,
    checkLinesBrief,
    applyFixes,
    fromTracker: (tracker) => tool(undefined, (glue) => glue.from_tracker(asText(tracker))),
    diff: (tracker, request) => JSON.parse(tool(undefined, (glue) => glue.diff(asText(tracker), asText(request)))),
    samples: (request, name, options) => {
      const { endpoint, ...others } = options ?? NOTHING;
      const address = isGiven('endpoint', endpoint) ? endpoint : '';
      return JSON.parse(tool(others, (glue) => glue.samples(asText(request), String(name), address)));
    },
    format: (text) => tool(undefined, (glue) => glue.format(asText(text))),
    explainResponse,
    schema: (edition = '2020-12', options) =>
      JSON.parse(tool(undefined, (glue) => glue.schema(edition, options?.locale ?? 'en'))),
    standardSchema,
    codes,
  };
}
