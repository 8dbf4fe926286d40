// Half of the bodies without an error, half with one to four faults, from a fixed seed.
import { valid } from './bodies.mjs';
import { chooser } from './random.mjs';
import { FAULTS } from './faults.mjs';

/** Rules that no body here breaks, and why. What is an error and in neither list makes the run fail. */
export const LEFT_OUT = {
  'project-id-required': 'not in the body',
  'token-expired': 'not in the body',
  'clock-skew': 'not in the body',
  'data-bucket-immutable': 'needs the tracker as it is configured now',
  'body-syntax': 'JSON.parse throws before a library sees a value',
  'body-duplicate-member': 'JSON.parse keeps the last one without a word',
  'body-too-large': 'a limit of the text',
  'transfer-is-tracked-bucket': 'JSON Schema cannot compare two members',
};

/** Texts that are whole bodies with one fault: rule and body. */
const WHOLE = [
  ['body-empty', {}],
  ['body-not-object', []],
  ['body-not-object', null],
  ['body-not-object', 7],
];

/**
 * Whether two faults would meet: at the same member, one in the object that the other replaces, or one in the tracker
 * type without which the other is none. Without such pairs each fault is named, and named once.
 */
function meet(one, other) {
  if (one.touches === other.touches) return true;
  if (one.touches === 'tracker_type') return other.type !== null;
  return one.touches.startsWith(`${other.touches}.`);
}

function faulty(kit) {
  if (kit.chance(0.005)) {
    const [code, body] = kit.pick(WHOLE);
    return { body, codes: [code] };
  }
  const body = structuredClone(valid(kit));
  const type = body.tracker_type;
  const faults = [];
  for (let wanted = kit.pick([1, 1, 1, 2, 2, 3, 4]), tries = 0; faults.length < wanted && tries < 40; tries++) {
    const fault = kit.pick(FAULTS);
    const fits = fault.type === null || fault.type === type;
    if (!fits || faults.some((other) => meet(fault, other) || meet(other, fault))) continue;
    fault.apply(body, kit);
    faults.push(fault);
  }
  return { body: kit.chance(0.3) ? kit.shuffled(body) : body, codes: faults.map(({ code }) => code).sort() };
}

/** So many bodies of each kind: text, one line of text, and the rules that were broken. */
export function corpus(count, seed = 20241108) {
  const kit = chooser(seed);
  const item = ({ body, codes }) => {
    const line = JSON.stringify(body);
    return { text: kit.chance(0.25) ? JSON.stringify(body, null, 2) : line, line, codes };
  };
  return {
    valid: Array.from({ length: count }, () => item({ body: valid(kit), codes: [] })),
    invalid: Array.from({ length: count }, () => item(faulty(kit))),
  };
}

/** Eight faults in one text, for reports that people read. */
export const EIGHT = `{
  "tracker_type": "system",
  "tracker_name": "audit",
  "agency_name": "cts_admin",
  "status": "on",
  "is_lts_enabled": "yes",
  "obs_info": { "bucket_name": "My_Bucket", "file_prefix_name": "a/b", "compress_type": "zip" },
  "is_support_trace_files_encryption": true
}
`;
