// What can be filled in wrongly: at which member, how, which rule says so, and how it is mended.
import type { Form } from "./form.ts";

export interface Wrong {
  readonly member: string;
  /** The code of the rule. Its words are asked of the proxy, which judges by the same rules. */
  readonly code: string;
  readonly type: "system" | "data";
  /** What has to be there first. */
  readonly before?: (form: Form) => Promise<void>;
  /** The line that is typed into; the member itself when it is not named. */
  readonly part?: string;
  readonly wrong: string;
  readonly mended: string;
}

const bucket = async (form: Form): Promise<void> => {
  await form.go("transfer");
  await form.choose("/obs_info", "bucket");
};
const tracked = async (form: Form): Promise<void> => {
  await form.go("recording");
  await form.choose("/data_bucket", "send");
  await form.tick("/data_bucket/data_event", "READ");
};
const prefix = async (form: Form): Promise<void> => {
  await bucket(form);
  await form.choose("/obs_info/file_prefix_name", "set");
};
const days = async (form: Form): Promise<void> => {
  await bucket(form);
  await form.field("/obs_info/bucket_name").fill("audit-logs");
  await form.choose("/obs_info/bucket_lifecycle", "other");
};
const key = async (form: Form): Promise<void> => {
  await form.go("protection");
  await form.choose("/kms_id", "set");
};

const name = "/tracker_name";
const transfer = "/obs_info/bucket_name";
const watched = "/data_bucket/data_bucket_name";
const keyId = "0d0466b0-e727-4d9c-b35d-f84bb474a37f";

export const typed: readonly Wrong[] = [
  { member: name, code: "tracker-name-format", type: "data", wrong: "-orders", mended: "orders" },
  { member: name, code: "tracker-name-format", type: "data", wrong: "审计", mended: "audit" },
  { member: name, code: "tracker-name-reserved", type: "data", wrong: "system-trace", mended: "system-trace1" },
  { member: name, code: "tracker-name-too-long", type: "data", wrong: "n".repeat(65), mended: "n".repeat(32) },
  { member: transfer, code: "obs-bucket-name-length", type: "system", before: bucket, wrong: "ab", mended: "abc" },
  { member: transfer, code: "obs-bucket-name-charset", type: "system", before: bucket, wrong: "Audit_Logs", mended: "audit-logs" },
  { member: transfer, code: "obs-bucket-name-start", type: "system", before: bucket, wrong: "-audit", mended: "audit" },
  {
    member: transfer,
    code: "transfer-is-tracked-bucket",
    type: "data",
    before: async (form) => {
      await tracked(form);
      await form.field(watched).fill("orders");
      await bucket(form);
    },
    wrong: "orders",
    mended: "orders-audit",
  },
  { member: watched, code: "data-bucket-name-format", type: "data", before: tracked, wrong: "Orders", mended: "orders" },
  { member: "/obs_info/file_prefix_name", code: "file-prefix-charset", type: "system", before: prefix, part: "text", wrong: "a/b", mended: "a.b" },
  { member: "/obs_info/file_prefix_name", code: "file-prefix-length", type: "data", before: prefix, part: "text", wrong: "p".repeat(65), mended: "p".repeat(64) },
  { member: "/obs_info/bucket_lifecycle", code: "lifecycle-range", type: "data", before: days, part: "text", wrong: "5001", mended: "5000" },
  { member: "/obs_info/bucket_lifecycle", code: "number-not-integer", type: "data", before: days, part: "text", wrong: "30.5", mended: "30" },
  { member: "/obs_info/bucket_lifecycle", code: "wrong-json-type", type: "data", before: days, part: "text", wrong: "month", mended: "31" },
  { member: "/kms_id", code: "kms-key-padding", type: "system", before: key, part: "text", wrong: ` ${keyId}`, mended: keyId },
  { member: "/kms_id", code: "kms-key-too-long", type: "system", before: key, part: "text", wrong: "k".repeat(201), mended: keyId },
];
