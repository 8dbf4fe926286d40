// Texts of many kinds, each on one line: good ones, and such with a member changed, left out, doubled or cut.
const SAMPLES = [
  {
    tracker_type: 'system', tracker_name: 'system', status: 'enabled', is_lts_enabled: true, is_organization_tracker: false,
    management_event_selector: { exclude_service: ['KMS'] }, agency_name: 'cts_admin_trust', is_support_validate: true,
    is_support_trace_files_encryption: true, kms_id: '13a4207c-7abe-4b68-8510-16b84c3b5504',
    obs_info: { is_obs_created: false, bucket_name: 'saif-bucket', file_prefix_name: 'some_folder', compress_type: 'gzip', is_sort_by_service: true },
  },
  {
    tracker_type: 'data', tracker_name: 'data-tracker', status: 'disabled', agency_name: 'cts_admin_trust', is_lts_enabled: false,
    obs_info: { is_obs_created: false, bucket_name: 'archive', bucket_lifecycle: 90, compress_type: 'json', is_sort_by_service: false },
    data_bucket: { data_bucket_name: 'watched', data_event: ['READ', 'WRITE'] },
  },
];

const VALUES = [null, true, '', 'x', 'A!', '追踪器', '\u{1f600}', 'a'.repeat(70), 0, 1.5, 31, [], ['READ', 'READ', 1], {}, { 'a/b~': 1 }];

const TEXTS = [
  '', ' ', '{', '{}', '[]', 'null', '"x"', '0', '{"a":01}', '{"a":"\\ud800"}', '{"a":"\\x"}', '{"a":1,}', "{'a':1}", '{"a":1}}',
  '\ufeff{}', '{"tracker_type":"system","tracker_type":"data"}', '{"追":{"😀":[{"~/":0}]}}', '['.repeat(70), '{"a":1e400}', '{"a":-0.0E+1}',
  '{"__proto__":{"a":1},"constructor":1,"tracker_type":"system"}', '{"tracker_typ":"System","stats":"on"}', '{"a" 1}', '{"a":tru}', '// x', '{"a":"b',
];

function* members(object, path = []) {
  for (const [name, value] of Object.entries(object)) {
    yield [...path, name];
    if (value && typeof value === 'object' && !Array.isArray(value)) yield* members(value, [...path, name]);
  }
}

function changed(sample, path, change) {
  const copy = structuredClone(sample);
  const holder = path.slice(0, -1).reduce((object, name) => object[name], copy);
  change(holder, path.at(-1));
  return copy;
}

/** The values that are requests or nearly so. */
export const values = SAMPLES.flatMap((sample) => [
  sample,
  ...[...members(sample)].flatMap((path) => [
    changed(sample, path, (holder, name) => delete holder[name]),
    changed(sample, path, (holder, name) => (holder[`${name}s`] = holder[name])),
    ...VALUES.map((value) => changed(sample, path, (holder, name) => (holder[name] = value))),
  ]),
]);

const written = values.map((value) => JSON.stringify(value));

/** All texts. */
export const texts = [
  ...TEXTS,
  ...written,
  ...written.slice(0, 40).map((text, index) => text.slice(0, (index * 37) % text.length)),
];
