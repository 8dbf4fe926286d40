import * as v from 'valibot';
import { BUCKET_OR_EMPTY, PREFIX, relations } from './relations.mjs';

const boolean = v.nullish(v.boolean());
// The library takes an array for an object.
const notArray = v.custom((given) => !Array.isArray(given), 'Invalid type: Expected Object');
const object = (members) => v.pipe(notArray, v.looseObject(members));

/** The library wants each step of a path with the value in it. */
function steps(body, path) {
  let input = body;
  return path.map((key) => {
    const step = { type: 'object', origin: 'value', input, key, value: input?.[key] };
    input = step.value;
    return step;
  });
}

const Body = v.pipe(
  v.looseObject({
    tracker_type: v.picklist(['system', 'data']),
    tracker_name: v.pipe(v.string(), v.minLength(1)),
    agency_name: v.nullish(v.picklist(['cts_admin_trust'])),
    status: v.nullish(v.picklist(['enabled', 'disabled'])),
    is_organization_tracker: boolean,
    management_event_selector: v.nullish(object({ exclude_service: v.nullish(v.array(v.string())) })),
    is_lts_enabled: boolean,
    obs_info: v.nullish(
      object({
        bucket_name: v.nullish(v.pipe(v.string(), v.regex(BUCKET_OR_EMPTY))),
        file_prefix_name: v.nullish(v.pipe(v.string(), v.regex(PREFIX))),
        is_obs_created: boolean,
        bucket_lifecycle: v.nullish(v.number()),
        compress_type: v.nullish(v.picklist(['gzip', 'json'])),
        is_sort_by_service: boolean,
      }),
    ),
    is_support_trace_files_encryption: boolean,
    kms_id: v.nullish(v.string()),
    is_support_validate: boolean,
    data_bucket: v.nullish(
      object({ data_bucket_name: v.nullish(v.string()), data_event: v.nullish(v.array(v.string())) }),
    ),
  }),
  // Runs although a member has the wrong type, so that no mistake has to wait for another.
  v.rawCheck(({ dataset: { value: body }, addIssue }) =>
    relations(body, (path, message) => addIssue({ message, path: steps(body, path) })),
  ),
);

export function value(body) {
  const { success, issues } = v.safeParse(Body, body);
  return success ? [] : issues;
}
