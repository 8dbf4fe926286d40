// Who is measured, in the order of the tables.

/**
 * Everyone by their id: how they are called, and what they are. `isLimit`: no validator at all. `isVerdictOnly`: names no
 * mistakes. `chinese`: the file of the same with messages in Chinese.
 */
export const CONTENDERS = {
  ours: { name: '`check`, errors', isOurs: true, chinese: 'ours-chinese' },
  'ours-brief': { name: '`checkBrief`, errors', isOurs: true },
  'ours-valid': { name: '`isValid`', isOurs: true, isVerdictOnly: true },
  'ours-everything': { name: '`check`, everything', isOurs: true },
  'native-check': { name: 'natively, errors', isNative: true },
  'native-valid': { name: 'natively, verdict', isNative: true },
  parse: { name: 'JSON.parse alone', isLimit: true },
  ajv: { name: 'ajv', packages: ['ajv'] },
  'ajv-standalone': { name: 'ajv standalone' },
  zod: { name: 'zod', packages: ['zod'], chinese: 'zod-chinese' },
  valibot: { name: 'valibot', packages: ['valibot'] },
  typebox: { name: 'typebox', packages: ['typebox'] },
  arktype: { name: 'arktype', packages: ['arktype'] },
  hyperjump: { name: 'hyperjump', packages: ['@hyperjump/json-schema'] },
};

/** Ids of those that run in Node.js. */
export const SCRIPTS = Object.keys(CONTENDERS).filter((id) => !CONTENDERS[id].isNative);
/** Ids of other libraries. */
export const PEERS = SCRIPTS.filter((id) => !CONTENDERS[id].isOurs && !CONTENDERS[id].isLimit);
/** The one that all are compared with. */
export const REFERENCE = 'ajv';

const decoder = new TextDecoder();

/**
 * A contender with all its functions, each from an input to a list of mistakes, empty when there is none: `text`, `value`
 * unless it takes text only, and `lines` and `bytes` for text and bytes with a body a line, which give one item for each
 * line with a mistake. What a library does not have is made the way its user would.
 */
export function complete({ value, text, lines, ...others }) {
  text ??= (body) => value(JSON.parse(body));
  const ownLines = lines;
  lines ??= (many) => {
    const found = [];
    let line = 0;
    for (let from = 0; from < many.length; ) {
      const end = many.indexOf('\n', from);
      const to = end < 0 ? many.length : end;
      line++;
      const diagnostics = text(many.slice(from, to));
      if (diagnostics.length > 0) found.push({ line, diagnostics });
      from = to + 1;
    }
    return found;
  };
  return { ...others, value, text, lines, bytes: ownLines ?? ((many) => lines(decoder.decode(many))) };
}
