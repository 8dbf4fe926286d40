import * as z from 'zod';
import { BUCKET_OR_EMPTY, PREFIX, relations } from './relations.mjs';

const boolean = z.boolean().nullish();
const Body = z
  .looseObject({
    tracker_type: z.enum(['system', 'data']),
    tracker_name: z.string().min(1),
    agency_name: z.enum(['cts_admin_trust']).nullish(),
    status: z.enum(['enabled', 'disabled']).nullish(),
    is_organization_tracker: boolean,
    management_event_selector: z.looseObject({ exclude_service: z.array(z.string()).nullish() }).nullish(),
    is_lts_enabled: boolean,
    obs_info: z
      .looseObject({
        bucket_name: z.string().regex(BUCKET_OR_EMPTY).nullish(),
        file_prefix_name: z.string().regex(PREFIX).nullish(),
        is_obs_created: boolean,
        bucket_lifecycle: z.number().nullish(),
        compress_type: z.enum(['gzip', 'json']).nullish(),
        is_sort_by_service: boolean,
      })
      .nullish(),
    is_support_trace_files_encryption: boolean,
    kms_id: z.string().nullish(),
    is_support_validate: boolean,
    data_bucket: z
      .looseObject({ data_bucket_name: z.string().nullish(), data_event: z.array(z.string()).nullish() })
      .nullish(),
  })
  // Runs although a member has the wrong type, so that no mistake has to wait for another.
  .superRefine((body, context) => relations(body, (path, message) => context.addIssue({ code: 'custom', path, message })), {
    when: () => true,
  });

export function value(body) {
  const { success, error } = Body.safeParse(body);
  return success ? [] : error.issues;
}
