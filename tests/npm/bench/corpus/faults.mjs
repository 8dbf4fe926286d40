// One function a fault. Each breaks exactly the rule that it is listed under.
import { keyId, watched } from './bodies.mjs';

const obs = (body) => (body.obs_info ??= { bucket_name: 'audit-logs' });
const UUID = '13a4207c-7abe-4b68-8510-16b84c3b5504';

/** A member set to one of these values. */
const set = (name, values) => (body, { pick }) => {
  body[name] = pick(values);
};

/** The same for a member of the transfer. */
const setObs = (name, values) => (body, { pick }) => {
  obs(body)[name] = pick(values);
};

/** The same for a member of what is watched. */
const setWatched = (name, values) => (body, kit) => {
  body.data_bucket ??= watched(kit);
  body.data_bucket[name] = kit.pick(values);
};

function drop(holder, name) {
  delete holder[name];
}

/** A list of faults: rule, what it touches, which tracker type it needs, and the change. */
export const FAULTS = [
  ['tracker-type-required', 'tracker_type', null, (body) => drop(body, 'tracker_type')],
  ['tracker-type-enum', 'tracker_type', null, set('tracker_type', ['System', 'DATA', 'other', ''])],
  ['wrong-json-type', 'tracker_type', null, set('tracker_type', [1, true, [], {}])],
  ['tracker-name-required', 'tracker_name', null, (body) => drop(body, 'tracker_name')],
  ['tracker-name-required', 'tracker_name', null, set('tracker_name', [''])],
  ['wrong-json-type', 'tracker_name', null, set('tracker_name', [7, false, ['system'], {}])],
  ['tracker-name-system', 'tracker_name', 'system', set('tracker_name', ['System', 'audit', '系统', 'system '])],
  ['tracker-name-reserved', 'tracker_name', 'data', set('tracker_name', ['system', 'system-trace'])],
  ['tracker-name-format', 'tracker_name', 'data', set('tracker_name', ['-audit', 'a b', '数据追踪器', 'tracker "A"', 'a\\b', '_x'])],
  ['tracker-name-too-long', 'tracker_name', 'data', set('tracker_name', ['t'.repeat(65), 'audit-'.repeat(20)])],
  ['status-enum', 'status', 'system', set('status', ['on', 'ENABLED', '停止', ''])],
  ['wrong-json-type', 'status', 'system', set('status', [1, true, {}])],
  ['agency-name-enum', 'agency_name', null, set('agency_name', ['cts_admin', 'cts_admin_trust ', ''])],
  ['wrong-json-type', 'agency_name', null, set('agency_name', [0, []])],
  ['wrong-json-type', 'is_lts_enabled', null, set('is_lts_enabled', ['true', 1, []])],
  ['wrong-json-type', 'is_support_validate', null, set('is_support_validate', ['false', 0, {}])],
  ['wrong-json-type', 'is_organization_tracker', null, set('is_organization_tracker', ['yes', 1])],
  ['organization-on-data', 'is_organization_tracker', 'data', set('is_organization_tracker', [true])],
  ['wrong-json-type', 'management_event_selector', null, set('management_event_selector', [[], 'KMS', { exclude_service: 'KMS' }])],
  ['wrong-json-type', 'management_event_selector', 'system', set('management_event_selector', [{ exclude_service: ['KMS', 1] }, { exclude_service: [null] }])],
  ['exclude-service-enum', 'management_event_selector', 'system', set('management_event_selector', [{ exclude_service: ['OBS'] }, { exclude_service: ['KMS', 'kms'] }])],
  ['exclude-service-size', 'management_event_selector', 'system', set('management_event_selector', [{ exclude_service: [''] }, { exclude_service: Array(11).fill('KMS') }])],
  ['wrong-json-type', 'encryption', null, set('kms_id', [1, {}, true])],
  ['wrong-json-type', 'encryption', null, set('is_support_trace_files_encryption', ['true', 1])],
  ['kms-key-required', 'encryption', 'system', (body, { chance }) => {
    body.is_support_trace_files_encryption = true;
    if (chance(0.5)) body.kms_id = '';
    else drop(body, 'kms_id');
  }],
  ['kms-key-too-long', 'encryption', 'system', set('kms_id', ['k'.repeat(201)])],
  ['kms-key-padding', 'encryption', 'system', set('kms_id', [` ${UUID}`, `${UUID}\n`])],
  ['encryption-on-data', 'encryption', 'data', (body, kit) => {
    if (kit.chance(0.5)) body.is_support_trace_files_encryption = true;
    else body.kms_id = keyId(kit);
  }],
  ['wrong-json-type', 'obs_info', null, set('obs_info', ['audit', [], 3, true])],
  ['obs-info-empty-object', 'obs_info', null, set('obs_info', [{}])],
  ['wrong-json-type', 'obs_info.bucket_name', null, setObs('bucket_name', [1, {}, false])],
  ['obs-bucket-name-length', 'obs_info.bucket_name', null, setObs('bucket_name', ['ab', 'x'.repeat(64)])],
  ['obs-bucket-name-charset', 'obs_info.bucket_name', null, setObs('bucket_name', ['My-Bucket', 'has space', '桶-logs', 'under_score'])],
  ['obs-bucket-name-start', 'obs_info.bucket_name', null, setObs('bucket_name', ['-log', '.log-archive'])],
  ['obs-create-needs-name', 'obs_info.bucket_name', null, (body, { chance }) => {
    const transfer = obs(body);
    transfer.is_obs_created = true;
    if (chance(0.5)) transfer.bucket_name = '';
    else drop(transfer, 'bucket_name');
  }],
  ['wrong-json-type', 'obs_info.bucket_name', null, setObs('is_obs_created', ['false', 0])],
  ['wrong-json-type', 'obs_info.file_prefix_name', null, setObs('file_prefix_name', [1, []])],
  ['file-prefix-charset', 'obs_info.file_prefix_name', null, setObs('file_prefix_name', ['a/b', 'p q', '日志', 'tab\t'])],
  ['file-prefix-length', 'obs_info.file_prefix_name', null, setObs('file_prefix_name', ['y'.repeat(65)])],
  ['wrong-json-type', 'obs_info.bucket_lifecycle', null, setObs('bucket_lifecycle', ['30', true, []])],
  ['lifecycle-range', 'obs_info.bucket_lifecycle', 'data', setObs('bucket_lifecycle', [-30, 5001])],
  ['number-not-integer', 'obs_info.bucket_lifecycle', 'data', setObs('bucket_lifecycle', [30.5, 0.25])],
  ['compress-type-enum', 'obs_info.compress_type', null, setObs('compress_type', ['zip', 'GZIP', ''])],
  ['wrong-json-type', 'obs_info.compress_type', null, setObs('compress_type', [1, false])],
  ['wrong-json-type', 'obs_info.is_sort_by_service', null, setObs('is_sort_by_service', ['true', 1])],
  ['wrong-json-type', 'data_bucket', null, set('data_bucket', ['orders', [], 1])],
  ['data-bucket-on-system', 'data_bucket', 'system', (body, kit) => {
    body.data_bucket = kit.pick([watched(kit), { data_event: ['READ'] }]);
  }],
  ['data-bucket-required', 'data_bucket', 'data', (body) => {
    body.status = 'enabled';
    drop(body, 'data_bucket');
  }],
  ['data-bucket-name-required', 'data_bucket', 'data', (body, { chance }) => {
    body.status = 'disabled';
    body.data_bucket = chance(0.5) ? { data_bucket_name: '', data_event: ['READ'] } : { data_event: ['WRITE'] };
  }],
  ['data-bucket-name-format', 'data_bucket', 'data', setWatched('data_bucket_name', ['ow', 'Orders', 'a_b_c', '-orders', 'z'.repeat(64)])],
  ['wrong-json-type', 'data_bucket', 'data', setWatched('data_bucket_name', [1, {}])],
  ['data-event-required', 'data_bucket', 'data', setWatched('data_event', [[]])],
  ['data-event-required', 'data_bucket', 'data', (body) => {
    body.status = 'enabled';
    body.data_bucket = { data_bucket_name: 'orders' };
  }],
  ['data-event-enum', 'data_bucket', 'data', setWatched('data_event', [['read'], ['READ', 'DELETE'], ['']])],
  ['data-event-too-many', 'data_bucket', 'data', setWatched('data_event', [['READ', 'WRITE', 'READ']])],
  ['wrong-json-type', 'data_bucket', 'data', setWatched('data_event', ['READ', {}, ['READ', 1]])],
].map(([code, touches, type, apply]) => ({ code, touches, type, apply }));
