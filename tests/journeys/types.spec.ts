// Each tracker type has its own members, and its own draft.
import { expect, test } from "../support/test.ts";
import type { Form } from "../support/form.ts";
import { published } from "../support/samples.ts";
import { steps } from "../support/words.ts";

const foreign = {
  system: ["/data_bucket", "/data_bucket/data_bucket_name", "/data_bucket/data_event", "/obs_info/bucket_lifecycle"],
  data: [
    "/is_organization_tracker",
    "/management_event_selector/exclude_service",
    "/is_support_trace_files_encryption",
    "/kms_id",
  ],
};

/** The names of all members of a body, however deep. */
function names(value: unknown): string[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return [];
  }
  return Object.entries(value).flatMap(([name, inner]) => [name, ...names(inner)]);
}

async function fillAll(form: Form, type: "system" | "data"): Promise<void> {
  await form.choose("/tracker_type", type);
  if (type === "data") {
    await form.field("/tracker_name").fill("orders");
  }
  await form.go("recording");
  await form.choose("/status", "enabled");
  await form.choose("/is_lts_enabled", "true");
  if (type === "system") {
    await form.choose("/is_organization_tracker", "true");
    await form.tick("/management_event_selector/exclude_service", "KMS");
  } else {
    await form.choose("/data_bucket", "send");
    await form.field("/data_bucket/data_bucket_name").fill("orders-bucket");
    await form.tick("/data_bucket/data_event", "WRITE", "READ");
  }
  await form.go("transfer");
  await form.choose("/obs_info", "bucket");
  await form.field("/obs_info/bucket_name").fill(`${type}-audit`);
  await form.choose("/obs_info/is_obs_created", "false");
  await form.set("/obs_info/file_prefix_name", type);
  await form.choose("/obs_info/compress_type", "json");
  await form.choose("/obs_info/is_sort_by_service", "false");
  if (type === "data") {
    await form.choose("/obs_info/bucket_lifecycle", "180");
  }
  await form.go("protection");
  await form.choose("/is_support_validate", "true");
  await form.choose("/agency_name", "cts_admin_trust");
  if (type === "system") {
    await form.choose("/is_support_trace_files_encryption", "true");
    await form.set("/kms_id", "0d0466b0-e727-4d9c-b35d-f84bb474a37f");
  }
  await form.go("target");
}

test("each side keeps its draft, and none emits a member of the other", async ({ form }) => {
  await form.open();
  await fillAll(form, "system");
  const system = await form.body();
  await fillAll(form, "data");
  const data = await form.body();

  expect(JSON.parse(system)).toEqual({
    tracker_type: "system",
    tracker_name: "system",
    agency_name: "cts_admin_trust",
    status: "enabled",
    is_organization_tracker: true,
    management_event_selector: { exclude_service: ["KMS"] },
    is_lts_enabled: true,
    obs_info: {
      bucket_name: "system-audit",
      file_prefix_name: "system",
      is_obs_created: false,
      compress_type: "json",
      is_sort_by_service: false,
    },
    is_support_trace_files_encryption: true,
    kms_id: "0d0466b0-e727-4d9c-b35d-f84bb474a37f",
    is_support_validate: true,
  });
  expect(JSON.parse(data)).toEqual({
    tracker_type: "data",
    tracker_name: "orders",
    agency_name: "cts_admin_trust",
    status: "enabled",
    is_lts_enabled: true,
    obs_info: {
      bucket_name: "data-audit",
      file_prefix_name: "data",
      is_obs_created: false,
      bucket_lifecycle: 180,
      compress_type: "json",
      is_sort_by_service: false,
    },
    is_support_validate: true,
    data_bucket: { data_bucket_name: "orders-bucket", data_event: ["READ", "WRITE"] },
  });
  for (const pointer of foreign.system) {
    expect(names(JSON.parse(system))).not.toContain(pointer.split("/").at(-1));
  }
  for (const pointer of foreign.data) {
    expect(names(JSON.parse(data))).not.toContain(pointer.split("/").at(-1));
  }

  await form.choose("/tracker_type", "system");
  await expect.poll(() => form.body()).toBe(system);
  await form.choose("/tracker_type", "data");
  await expect.poll(() => form.body()).toBe(data);
});

test("only what belongs to the type is asked", async ({ form }) => {
  await form.open();
  for (const type of ["system", "data"] as const) {
    await form.go("target");
    await form.choose("/tracker_type", type);
    await form.go("transfer");
    await form.choose("/obs_info", "bucket");
    const own = type === "system" ? "data" : "system";
    for (const step of steps) {
      await form.go(step);
      for (const pointer of foreign[type]) {
        await expect(form.field(pointer)).toHaveCount(0);
      }
    }
    await form.go(type === "system" ? "protection" : "recording");
    await expect(form.field(foreign[own][type === "system" ? 3 : 0] ?? "")).toBeVisible();
  }
});

test("what was chosen before comes back with a change of mind", async ({ form }) => {
  await form.open();
  await form.sample("system");
  await form.go("transfer");
  await form.choose("/obs_info", "omit");
  await expect.poll(() => form.body()).not.toContain("obs_info");
  await form.choose("/obs_info", "bucket");
  await form.expectBody(published.system);
});

test("the preview marks the member that is being edited and follows each keystroke", async ({ form, page }) => {
  await form.open();
  await form.go("transfer");
  await form.choose("/obs_info", "bucket");
  await form.field("/obs_info/bucket_name").focus();
  for (const [at, letter] of [..."audit"].entries()) {
    await page.keyboard.press(letter);
    await expect(form.preview.locator("mark")).toHaveText(`"bucket_name": "${"audit".slice(0, at + 1)}"`);
  }
  await expect(page.locator(".example")).toContainText("audit/CloudTraces/");
  await form.choose("/obs_info/compress_type", "json");
  await expect(form.preview.locator("mark")).toHaveText('"compress_type": "json"');
  await expect(page.locator(".example .path")).toHaveText(/\.json$/);
  await form.set("/obs_info/file_prefix_name", "nightly");
  await expect(page.locator(".example .path")).toContainText("nightly_");
});

test("a step can be opened at any time, whatever is wrong", async ({ form }) => {
  await form.open();
  await form.choose("/tracker_type", "data");
  for (const step of [...steps, ...steps.toReversed()]) {
    await form.go(step);
  }
  await form.go("transfer");
  await form.button("back").click();
  await expect(form.page.getByRole("heading", { level: 1, name: "Recording" })).toBeFocused();
});
