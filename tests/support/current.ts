// The trackers as the proxy lists them.
import { expect, type APIRequestContext } from "@playwright/test";

export interface Tracker {
  readonly tracker_type: string;
  readonly tracker_name: string;
  readonly status: string;
  readonly [member: string]: unknown;
}

export const project = "0123456789abcdef0123456789abcdef";

export async function current(request: APIRequestContext, name: string): Promise<Tracker> {
  const answer = await request.get(`/api/cn-north-4/v3/${project}/trackers?tracker_name=${name}`, {
    headers: { "X-CTS-Tracker-Form": "1" },
  });
  expect(answer.status()).toBe(200);
  const { trackers } = (await answer.json()) as { trackers: Tracker[] };
  const found = trackers.find(({ tracker_name }) => tracker_name === name);
  if (found === undefined) {
    throw new Error(`no tracker ${name}`);
  }
  return found;
}
