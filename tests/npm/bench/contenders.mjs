// Who is measured. Each gives functions that return how many mistakes they name; a missing one is not measured.
import Ajv2020 from 'ajv/dist/2020.js';

/** Splits text into lines as a user of a library without lines would. */
const byLine = (text) => (lines) => lines.split('\n').reduce((sum, line) => sum + text(line), 0);

export const contenders = {
  /** The limit of whoever has to parse first: no check at all. */
  'JSON.parse alone': async () => {
    const text = (body) => (JSON.parse(body) === undefined ? 1 : 0);
    return { text, lines: byLine(text) };
  },
  ajv: async (validator) => {
    const ajv = new Ajv2020({ allErrors: true, strict: false });
    const validate = ajv.compile(validator.schema());
    const value = (body) => (validate(body) ? 0 : validate.errors.length);
    const text = (body) => value(JSON.parse(body));
    return { text, value, lines: byLine(text) };
  },
  'ours: verdict': async ({ isValid }) => {
    const judge = (body) => (isValid(body) ? 0 : 1);
    return { text: judge, value: judge };
  },
  'ours: report': async ({ check, checkLines }) => {
    const options = { level: 'error' };
    const judge = (body) => check(body, options).diagnostics.length;
    return {
      text: judge,
      value: judge,
      lines: (text) => checkLines(text, options).lines.reduce((sum, line) => sum + line.diagnostics.length, 0),
    };
  },
  'ours: report with every hint': async ({ check, checkLines }) => ({
    text: (body) => check(body).diagnostics.length,
    value: (body) => check(body).diagnostics.length,
    lines: (text) => checkLines(text).lines.reduce((sum, line) => sum + line.diagnostics.length, 0),
  }),
};
