// Bodies from in order to heavily faulty, as JSON text, from a fixed seed: the same seed gives the same texts.

/** A generator of numbers from 0 to 1 (mulberry32). */
function random(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const KEY = '13a4207c-7abe-4b68-8510-16b84c3b5504';
const text = JSON.stringify;
const texts = (...all) => all.map((one) => text(one));

const BUCKETS = texts('audit-logs', 'orders', 'a.b', 'abc', 'x'.repeat(63));
const BAD_BUCKETS = texts('ab', 'x'.repeat(64), 'Audit', 'audit_logs', '-audit', '.a1', '审计日志', 'audit\n', 'a b', '😀');
const GOOD_LISTS = ['["READ"]', '["WRITE"]', '["READ","WRITE"]', '["READ","READ"]'];

/** For each member the JSON of good values and of such as are wrong or strange. What is good depends on the type. */
const MEMBERS = {
  tracker_type: { good: [], bad: texts('System', '', 'data ', 'both') },
  tracker_name: { good: [], bad: texts('', 'system', 'system-trace', 'orders', '-x', '_x', 'a b', '订单', 'x'.repeat(33), 'x'.repeat(65), 'o\n') },
  agency_name: { good: texts('cts_admin_trust'), bad: texts('', 'admin', 'CTS_admin_trust', 'cts_admin_trust ') },
  status: { good: texts('enabled', 'disabled'), bad: texts('', 'Enabled', 'on', 'error') },
  is_organization_tracker: { good: ['false'], bad: ['true', '"false"', '0'] },
  management_event_selector: { object: ['exclude_service'] },
  exclude_service: { good: ['["KMS"]', '[]'], bad: ['["OBS"]', '["KMS","kms"]', '[""]', text(['x'.repeat(21)]), text(Array(11).fill('KMS')), '["KMS","KMS"]', '[1]', '[null]'] },
  is_lts_enabled: { good: ['true', 'false'], bad: ['"true"', '1'] },
  obs_info: { object: ['bucket_name', 'file_prefix_name', 'is_obs_created', 'bucket_lifecycle', 'compress_type', 'is_sort_by_service'] },
  bucket_name: { good: [...BUCKETS, '""'], bad: BAD_BUCKETS },
  file_prefix_name: { good: texts('', 'a', 'Audit_1-2.x', 'p'.repeat(64)), bad: texts('a/b', 'a b', '前缀', 'p'.repeat(65), 'p\n') },
  is_obs_created: { good: ['false', 'true'], bad: ['"true"'] },
  bucket_lifecycle: { good: ['30', '180', '1095', '0', '45', '5000', '-0'], bad: ['5001', '-1', '60.5', '60.0', '6e1', '1e300', '2147483648', '"60"', '-0.0'] },
  compress_type: { good: texts('gzip', 'json'), bad: texts('', 'zip', 'GZIP') },
  is_sort_by_service: { good: ['true', 'false'], bad: ['null', '"no"'] },
  is_support_trace_files_encryption: { good: ['false'], bad: ['true', '"true"'] },
  kms_id: { good: [text(KEY), '""', text('alias/x')], bad: texts(` ${KEY}`, `${KEY}\t`, ' ', '\u3000x', 'x\u2028', 'x\u00a0', 'x\u0085', '\ufeffx', 'k'.repeat(200), 'k'.repeat(201), '😀'.repeat(200), 'a b') },
  is_support_validate: { good: ['true', 'false'], bad: ['0'] },
  data_bucket: { object: ['data_bucket_name', 'data_event'] },
  data_bucket_name: { good: BUCKETS, bad: [...BAD_BUCKETS, '""'] },
  data_event: { good: GOOD_LISTS, bad: ['[]', '["read"]', '["READ","WRITE","READ"]', '["READ",1]', '[{}]'] },
};

/** Values of every JSON type. No number beyond a double: JSON.parse makes Infinity of it, which is no JSON value. */
const ANY = ['null', 'true', 'false', '0', '1.5', '""', '"x"', '[]', '["x"]', '{}', '{"a":1}', '[[[]]]', '-1', '"\\u0000"'];

/** Members that the table does not know. */
const OTHERS = ['"id":"x"', '"lts":{"is_lts_enabled":true}', '"aegncy_name":"x"', '"__proto__":{"a":1}', '"constructor":1', '"":[]', '"toString":null', '"备注":"x"'];

/** Faults that JSON.parse finds as well. */
const BREAKS = [(body) => body.slice(0, -1), (body) => `${body}}`, (body) => body.replace(',', ',,'), (body) => body.replaceAll('"', "'"), (body) => `// x\n${body}`, (body) => body.replace(/}$/, ',}')];

/** Makes the texts of a seed. */
export class Bodies {
  #next;
  /** How faulty the body at hand is: the chance that a member is wrong. */
  #fault = 0;

  constructor(seed) {
    this.#next = random(seed);
  }

  #pick(list) {
    return list[Math.floor(this.#next() * list.length)];
  }

  #chance(share) {
    return this.#next() < share;
  }

  #value(name, isSystem) {
    const { good, bad, object } = MEMBERS[name];
    if (this.#chance(this.#fault)) return this.#chance(0.3) ? this.#pick(ANY) : object ? this.#object(object, isSystem) : this.#pick(bad);
    if (object) return this.#object(object, isSystem);
    if (name === 'tracker_type') return isSystem ? '"system"' : '"data"';
    if (name === 'tracker_name') return isSystem ? '"system"' : this.#pick(['"orders"', text('x'.repeat(64)), '"Orders_1-x"', '"\\u006frders"']);
    return this.#pick(good);
  }

  #object(names, isSystem, share = 0.7) {
    const members = [];
    for (const name of names) {
      const needed = name.startsWith('tracker_') || name.startsWith('data_');
      if (this.#chance(needed ? 1 - this.#fault / 2 : share)) members.push(`"${name}":${this.#value(name, isSystem)}`);
      // A member that is there twice: JSON.parse forgets the first.
      if (this.#chance(this.#fault / 20)) members.push(`"${name}":${this.#value(name, isSystem)}`);
    }
    if (this.#chance(this.#fault / 4)) members.push(this.#pick(OTHERS));
    if (this.#chance(0.3)) members.sort(() => this.#next() - 0.5);
    return `{${members.join(this.#pick([',', ', ', ' ,\n\t']))}}`;
  }

  /** The next text. */
  body() {
    // Half of the bodies are meant to be in order, the others have few to very many faults.
    this.#fault = this.#chance(0.5) ? 0 : this.#pick([0.03, 0.1, 0.3, 0.8]);
    const isSystem = this.#chance(0.5);
    const both = ['tracker_type', 'tracker_name', 'agency_name', 'status', 'is_lts_enabled', 'obs_info', 'is_support_validate'];
    const system = ['management_event_selector', 'is_support_trace_files_encryption', 'kms_id', 'is_organization_tracker'];
    const others = this.#chance(this.#fault);
    const names = [...both, ...(isSystem || others ? system : []), ...(!isSystem || others ? ['data_bucket'] : [])];
    const body = this.#object(names, isSystem, this.#pick([0.2, 0.5, 0.9]));
    if (this.#chance(this.#fault / 30)) return this.#pick(BREAKS)(body);
    if (this.#chance(this.#fault / 30)) return this.#pick(ANY);
    if (this.#chance(this.#fault / 30)) return body.replace(/}$/, `,"a":"${this.#pick(['\\ud800', '\\ude00\\ud83d', '\\ud83d'])}"}`);
    if (this.#chance(this.#fault / 30)) return body.replace(/}$/, `,"a":${'['.repeat(70)}${']'.repeat(70)}}`);
    return body;
  }
}
