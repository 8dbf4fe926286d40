// Bodies as clients send them, from a fixed seed: half of them in order, half with one to four faults.

/** A generator of numbers from 0 to 1 (mulberry32): the same seed gives the same bodies. */
function random(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

function tools(seed) {
  const next = random(seed);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const chance = (share) => next() < share;
  const word = (least, most) =>
    Array.from({ length: least + Math.floor(next() * (most - least + 1)) }, () => pick(LETTERS)).join('');
  const shuffled = (object) =>
    Object.fromEntries(Object.entries(object).map((entry) => [next(), entry]).sort(([a], [b]) => a - b).map(([, entry]) => entry));
  return { next, pick, chance, word, shuffled };
}

function valid({ pick, chance, word, shuffled }) {
  const isSystem = chance(0.6);
  const body = { tracker_type: isSystem ? 'system' : 'data', tracker_name: isSystem ? 'system' : `t${word(3, 20)}` };
  const maybe = (share, name, value, object = body) => {
    if (chance(share)) object[name] = value;
  };
  maybe(0.7, 'status', pick(['enabled', 'disabled']));
  maybe(0.5, 'is_lts_enabled', chance(0.5));
  maybe(0.5, 'is_support_validate', chance(0.5));
  maybe(0.6, 'agency_name', 'cts_admin_trust');
  if (chance(0.8)) {
    const obs = { bucket_name: `b${word(4, 30)}` };
    maybe(0.6, 'is_obs_created', false, obs);
    maybe(0.6, 'file_prefix_name', word(0, 20), obs);
    maybe(0.6, 'compress_type', pick(['gzip', 'json']), obs);
    maybe(0.5, 'is_sort_by_service', chance(0.5), obs);
    if (!isSystem) maybe(0.5, 'bucket_lifecycle', pick([30, 60, 90, 180, 1095]), obs);
    body.obs_info = obs;
  }
  if (isSystem) {
    maybe(0.4, 'is_organization_tracker', chance(0.5));
    maybe(0.3, 'management_event_selector', { exclude_service: ['KMS'] });
    if (chance(0.4)) Object.assign(body, { is_support_trace_files_encryption: true, kms_id: word(36, 36) });
  } else {
    body.data_bucket = { data_bucket_name: `w${word(4, 30)}`, data_event: pick([['READ'], ['WRITE'], ['READ', 'WRITE']]) };
  }
  return chance(0.5) ? body : shuffled(body);
}

const FAULTS = [
  (body) => delete body.tracker_name,
  (body) => (body.tracker_type = 'System'),
  (body) => (body.tracker_name = 7),
  (body) => (body.status = 'on'),
  (body) => (body.is_lts_enabled = 'true'),
  (body) => (body.agency_name = 'admin'),
  (body) => (body.is_support_validate = 1),
  (body) => (body.obs_info = { ...body.obs_info, bucket_name: 'Upper_Case' }),
  (body) => (body.obs_info = { ...body.obs_info, bucket_name: 'bucket', compress_type: 'zip' }),
  (body) => (body.obs_info = { ...body.obs_info, bucket_name: 'bucket', bucket_lifecycle: '30' }),
  (body) => (body.obs_info = { ...body.obs_info, bucket_name: 'bucket', file_prefix_name: 'a b' }),
  (body) => (body.obs_info = []),
];

/** So many bodies of each kind. */
export function corpus(count, seed = 20241108) {
  const kit = tools(seed);
  const good = Array.from({ length: count }, () => valid(kit));
  const bad = Array.from({ length: count }, () => {
    const body = structuredClone(valid(kit));
    for (let faults = 1 + Math.floor(kit.next() * 4); faults > 0; faults--) kit.pick(FAULTS)(body);
    return body;
  });
  return { valid: good, invalid: bad };
}
