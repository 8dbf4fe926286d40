// Bodies without an error, as clients send them.

const LOWER = 'abcdefghijklmnopqrstuvwxyz0123456789';
const MIXED = `${LOWER}ABCDEFGHIJKLMNOPQRSTUVWXYZ`;

/** A key id as KMS gives it. */
export const keyId = ({ word }) => [8, 4, 4, 4, 12].map((length) => word('0123456789abcdef', length, length)).join('-');

/** A bucket; the first letters keep the one that receives apart from the one that is watched. */
export const bucket = ({ word, pick, chance }, first) =>
  first + (chance(0.8) ? `${word(LOWER, 3, 12)}${pick(['', '-cn-north-4', '.archive', '-01'])}` : word(`${LOWER}-`, 20, 55) + '0');

function transfer(kit, isData) {
  const { chance, pick, word } = kit;
  const obs = {};
  if (chance(0.95)) obs.bucket_name = chance(0.1) ? '' : bucket(kit, pick(['audit-', 'logs-', 'r']));
  if (chance(0.8)) obs.is_obs_created = obs.bucket_name ? chance(0.3) : false;
  if (chance(0.8)) obs.file_prefix_name = chance(0.15) ? '' : word(`${MIXED}._-`, 1, chance(0.9) ? 14 : 64);
  // A management tracker with a retention gets a warning and no error.
  if (chance(isData ? 0.7 : 0.03)) obs.bucket_lifecycle = pick([30, 60, 90, 180, 1095, 365]);
  if (chance(0.5)) obs.compress_type = pick(['gzip', 'json']);
  if (chance(0.5)) obs.is_sort_by_service = chance(0.7);
  return Object.keys(obs).length > 0 ? obs : { is_sort_by_service: true };
}

/** What a data tracker watches. */
export const watched = (kit) => ({
  data_bucket_name: bucket(kit, kit.pick(['orders-', 'data-', 'w'])),
  data_event: kit.pick([['READ'], ['WRITE'], ['READ', 'WRITE'], ['WRITE', 'READ']]),
});

/** A body without an error. Unknown members and null are warnings, so a few have them. */
export function valid(kit) {
  const { chance, pick, word } = kit;
  const isData = chance(0.5);
  const body = isData
    ? { tracker_type: 'data', tracker_name: `data-${pick(['tracker', 'audit', 'obs'])}-${word(`${MIXED}_-`, 2, 20)}` }
    : { tracker_type: 'system', tracker_name: 'system' };
  if (chance(0.8)) body.agency_name = 'cts_admin_trust';
  if (chance(0.6)) body.status = pick(['enabled', 'disabled']);
  if (chance(0.8)) body.obs_info = transfer(kit, isData);
  if (chance(0.7)) body.is_lts_enabled = chance(0.5);
  if (chance(0.6)) body.is_support_validate = chance(0.5);
  if (isData) {
    if (body.status !== undefined || chance(0.7)) body.data_bucket = watched(kit);
    if (chance(0.1)) body.is_support_trace_files_encryption = false;
  } else {
    if (chance(0.3)) body.is_organization_tracker = chance(0.5);
    if (chance(0.3)) body.management_event_selector = pick([{ exclude_service: ['KMS'] }, { exclude_service: [] }, {}]);
    if (chance(0.6)) {
      body.is_support_trace_files_encryption = chance(0.5);
      body.kms_id = body.is_support_trace_files_encryption || chance(0.3) ? keyId(kit) : '';
    }
  }
  if (chance(0.05)) body[pick(['id', 'project_id', 'trackerType', '名称', 'a/b'])] = pick(['x', 1, { inner: [1, 'q', null] }]);
  if (chance(0.03)) body[pick(['agency_name', 'is_lts_enabled', 'is_support_validate'])] = null;
  return chance(0.3) ? kit.shuffled(body) : body;
}
