import { type } from 'arktype';
import { BUCKET_OR_EMPTY, PREFIX, relations } from './relations.mjs';

// The function about relations runs only when every member has its type: the library has no other way.
const Body = type({
  tracker_type: "'system' | 'data'",
  tracker_name: 'string > 0',
  'agency_name?': "'cts_admin_trust' | null",
  'status?': "'enabled' | 'disabled' | null",
  'is_organization_tracker?': 'boolean | null',
  'management_event_selector?': type({ 'exclude_service?': 'string[] | null' }).or('null'),
  'is_lts_enabled?': 'boolean | null',
  'obs_info?': type({
    'bucket_name?': type(BUCKET_OR_EMPTY).or('null'),
    'file_prefix_name?': type(PREFIX).or('null'),
    'is_obs_created?': 'boolean | null',
    'bucket_lifecycle?': 'number | null',
    'compress_type?': "'gzip' | 'json' | null",
    'is_sort_by_service?': 'boolean | null',
  }).or('null'),
  'is_support_trace_files_encryption?': 'boolean | null',
  'kms_id?': 'string | null',
  'is_support_validate?': 'boolean | null',
  'data_bucket?': type({ 'data_bucket_name?': 'string | null', 'data_event?': 'string[] | null' }).or('null'),
}).narrow((body, context) => {
  let isFine = true;
  // The library takes an array for an object.
  for (const name of ['management_event_selector', 'obs_info', 'data_bucket']) {
    if (Array.isArray(body[name])) isFine = context.reject({ path: [name], expected: 'an object' });
  }
  relations(body, (path, expected) => {
    isFine = context.reject({ path, expected });
  });
  return isFine;
});

export function value(body) {
  const result = Body(body);
  return result instanceof type.errors ? result : [];
}
