// What the forms begin with: a request without a mistake.
export const request = {
  tracker_type: 'data',
  tracker_name: 'data-tracker-name',
  status: 'enabled',
  obs_info: { bucket_name: 'audit-logs' },
  data_bucket: { data_bucket_name: 'tracked-bucket', data_event: ['READ'] },
};
