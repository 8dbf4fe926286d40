// The two published requests, filled in by hand, and taken along byte for byte.
import { readFileSync } from "node:fs";
import { expect, test } from "../support/test.ts";
import type { Form } from "../support/form.ts";
import { published } from "../support/samples.ts";

async function fillManagement(form: Form): Promise<void> {
  await form.choose("/tracker_type", "system");
  await form.next();
  await form.choose("/status", "enabled");
  await form.choose("/is_lts_enabled", "false");
  await form.next();
  await form.choose("/obs_info", "bucket");
  await form.field("/obs_info/bucket_name").fill("test-data-tracker");
  await form.choose("/obs_info/is_obs_created", "false");
  await form.set("/obs_info/file_prefix_name", "11");
  await form.next();
  await form.choose("/is_support_trace_files_encryption", "false");
  await form.choose("/kms_id", "empty");
  await form.choose("/is_support_validate", "false");
  await form.choose("/agency_name", "cts_admin_trust");
}

async function fillData(form: Form): Promise<void> {
  await form.choose("/tracker_type", "data");
  await form.field("/tracker_name").fill("data-tracker-name");
  await form.next();
  await form.choose("/data_bucket", "send");
  await form.tick("/data_bucket/data_event", "READ", "WRITE");
  await form.choose("/is_lts_enabled", "true");
  await form.next();
  await form.choose("/obs_info", "stop");
  await form.page.locator("details.rest").evaluate((rest: HTMLDetailsElement) => rest.open || rest.querySelector("summary")?.click());
  await form.choose("/obs_info/is_obs_created", "false");
  await form.choose("/obs_info/file_prefix_name", "empty");
  await form.choose("/obs_info/bucket_lifecycle", "60");
  await form.next();
  await form.choose("/agency_name", "cts_admin_trust");
}

for (const [name, fill, value] of [
  ["management", fillManagement, published.system],
  ["data", fillData, published.data],
] as const) {
  test(`the published ${name} request is built by hand`, async ({ form, page }) => {
    await form.open();
    await form.target();
    await fill(form);
    await form.expectBody(value);
    await form.next();
    await expect(page.getByRole("heading", { level: 1, name: "Review" })).toBeVisible();
    await expect(page.locator(".verdict.error")).toHaveCount(0);
  });
}

for (const kind of ["system", "data"] as const) {
  test(`the sample button fills in the published ${kind} request`, async ({ form }) => {
    await form.open();
    await form.sample(kind);
    await form.expectBody(published[kind]);
    const body = await form.body();
    expect(body, "two spaces, as one would format it").toBe(JSON.stringify(JSON.parse(body), null, 2));
  });
}

test("what is copied and what is saved are the preview, byte for byte", async ({ form, page, context, baseURL }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: baseURL ?? "" });
  await form.open();
  await form.sample("data");
  await form.go("transfer");
  await form.choose("/obs_info", "bucket");
  await form.field("/obs_info/bucket_name").fill("audit-日志");
  await form.field("/obs_info/bucket_name").fill("audit-logs");
  const body = await form.body();
  expect(body).toContain('"audit-logs"');

  await form.take("copy").click();
  await expect(form.announcement).toContainText("Copied.");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(body);

  const saved = page.waitForEvent("download");
  await form.take("download").click();
  const file = await saved;
  expect(file.suggestedFilename()).toBe("update-tracker-data-data-tracker-name.json");
  expect(readFileSync(await file.path()).toString("utf8")).toBe(body);

  // The buttons of the review do the same.
  await form.go("review");
  await page.getByRole("main").getByRole("button", { name: "Copy", exact: true }).click();
  await expect(form.announcement).toContainText("Copied.");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(body);
});

test("each optional member can be left out again", async ({ form, page }) => {
  await form.open();
  for (const kind of ["system", "data"] as const) {
    await form.sample(kind);
    for (const step of ["recording", "transfer", "protection"] as const) {
      await form.go(step);
      // Members of objects first: leaving out the object takes their controls away.
      const out = page.locator("input[type=radio][id$=-omit]");
      for (let at = (await out.count()) - 1; at >= 0; at -= 1) {
        const name = await out.nth(at).getAttribute("id");
        await page.locator(`label[for="${name}"], label:has([id="${name}"])`).click();
      }
    }
    const name = kind === "system" ? "system" : "data-tracker-name";
    await form.expectBody({ tracker_type: kind, tracker_name: name });
  }
});

test("a sample replaces what was typed only with a way back", async ({ form, page }) => {
  await form.open();
  await form.choose("/tracker_type", "data");
  await form.field("/tracker_name").fill("my-own-name");
  const mine = await form.body();
  await form.sample("system");
  await form.expectBody(published.system);
  await page.locator(".notices").getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => form.body()).toBe(mine);
  await expect(form.field("/tracker_name")).toHaveValue("my-own-name");
});
