// What relates members, for the libraries that have a place for such functions. The values may be of any type.

const NAME = /^[A-Za-z0-9][A-Za-z0-9_-]*$/;
export const BUCKET = /^[a-z0-9][a-z0-9.-]{2,62}$/;
const PADDED = /^\s|\s$/;

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const isFilled = (value) => typeof value === 'string' && value !== '';

function system(body, add) {
  const { tracker_name: name, kms_id: key, management_event_selector: selector } = body;
  if (isFilled(name) && name !== 'system') add(['tracker_name'], 'must be system');
  if (isObject(body.data_bucket)) add(['data_bucket'], 'is for data trackers');
  if (typeof key === 'string' && (key.length > 200 || PADDED.test(key))) add(['kms_id'], 'is no key id');
  if (body.is_support_trace_files_encryption === true && (key === undefined || key === null || key === '')) {
    add(['kms_id'], 'is needed to encrypt');
  }
  const services = isObject(selector) ? selector.exclude_service : undefined;
  if (!Array.isArray(services)) return;
  if (services.length > 10) add(['management_event_selector', 'exclude_service'], 'has too many items');
  services.forEach((service, index) => {
    if (typeof service === 'string' && service !== 'KMS') {
      add(['management_event_selector', 'exclude_service', index], 'must be KMS');
    }
  });
}

function data(body, add) {
  const { tracker_name: name, data_bucket: watched, obs_info: transfer } = body;
  if (isFilled(name)) {
    if (name === 'system' || name === 'system-trace') add(['tracker_name'], 'is reserved');
    else if (!NAME.test(name)) add(['tracker_name'], 'has a character that is not allowed');
    if (name.length > 64) add(['tracker_name'], 'is too long');
  }
  if (body.is_organization_tracker === true) add(['is_organization_tracker'], 'is for the management tracker');
  if (body.is_support_trace_files_encryption === true) {
    add(['is_support_trace_files_encryption'], 'is for the management tracker');
  } else if (isFilled(body.kms_id)) add(['kms_id'], 'is for the management tracker');
  const days = isObject(transfer) ? transfer.bucket_lifecycle : undefined;
  if (typeof days === 'number') {
    const place = ['obs_info', 'bucket_lifecycle'];
    if (!Number.isInteger(days)) add(place, 'must be whole');
    else if (days < 0 || days > 5000) add(place, 'is out of range');
  }
  const isSwitched = body.status !== undefined && body.status !== null;
  if (isObject(watched)) watchedBucket(watched, isSwitched, add);
  else if (isSwitched && (watched === undefined || watched === null)) add(['data_bucket'], 'is needed with a status');
}

function watchedBucket({ data_bucket_name: name, data_event: events }, isSwitched, add) {
  if (isFilled(name)) {
    if (!BUCKET.test(name)) add(['data_bucket', 'data_bucket_name'], 'is no bucket name');
  } else if (isSwitched && typeof (name ?? '') === 'string') add(['data_bucket', 'data_bucket_name'], 'is needed with a status');
  if (Array.isArray(events)) {
    if (events.length === 0) add(['data_bucket', 'data_event'], 'needs an item');
    if (events.length > 2) add(['data_bucket', 'data_event'], 'has too many items');
    events.forEach((event, index) => {
      if (typeof event === 'string' && event !== 'READ' && event !== 'WRITE') {
        add(['data_bucket', 'data_event', index], 'must be READ or WRITE');
      }
    });
  } else if (isSwitched && (events === undefined || events === null)) add(['data_bucket', 'data_event'], 'is needed with a status');
}

/** Calls `add` with a path and words for each mistake that no member has on its own. */
export function relations(body, add) {
  if (!isObject(body)) return;
  const transfer = body.obs_info;
  if (isObject(transfer)) {
    if (Object.keys(transfer).length === 0) add(['obs_info'], 'is empty');
    const bucket = transfer.bucket_name;
    if (transfer.is_obs_created === true && (bucket === undefined || bucket === null || bucket === '')) {
      add(['obs_info', 'is_obs_created'], 'needs a bucket name');
    }
  }
  if (body.tracker_type === 'system') system(body, add);
  else if (body.tracker_type === 'data') data(body, add);
}

/** A name of a bucket that receives, or the empty one, which ends the transfer. */
export const BUCKET_OR_EMPTY = /^(?:[a-z0-9][a-z0-9.-]{2,62})?$/;
export const PREFIX = /^[0-9A-Za-z._-]{0,64}$/;
