// Loading a tracker, seeing what changes, sending it whole and reading it back: on the real stack.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expectAccessible } from "../support/axe.ts";
import { current, project } from "../support/current.ts";
import type { Form } from "../support/form.ts";
import { expect, test as shared, testWithOwnProxy as test } from "../support/test.ts";

const list = "**/api/**/trackers";

async function listed(form: Form): Promise<void> {
  await form.open();
  await form.target();
  await form.page.getByRole("button", { name: "List the trackers" }).click();
  await expect(tracker(form.page, "system")).toBeVisible();
}

const tracker = (page: Page, name: string) => page.locator(".tracker-list > li").filter({ has: page.getByRole("heading", { name }) });
const load = (page: Page, name: string) => tracker(page, name).getByRole("button", { name: `Load ${name}` });
const changes = (page: Page) => page.getByRole("region", { name: "What changes" });

test("a tracker is loaded, changed, sent whole and read back", async ({ form, page, request }) => {
  await listed(form);
  await expect(form.announcement).toContainText("3 trackers listed.");
  await expect(tracker(page, "system")).toContainText("Enabled");
  await expect(tracker(page, "system")).toContainText("audit-archive");
  await expect(tracker(page, "system")).toContainText("CTS may write to it.");
  await expect(tracker(page, "data-archive")).toContainText("Disabled");
  const before = await current(request, "system");

  await load(page, "system").click();
  await expect(form.announcement).toContainText("system is loaded.");
  await expect(changes(page)).toContainText("Nothing: the tracker has all of it already.");
  await form.expectBody({
    tracker_type: "system",
    tracker_name: "system",
    agency_name: "cts_admin_trust",
    status: "enabled",
    is_organization_tracker: false,
    management_event_selector: { exclude_service: ["KMS"] },
    is_lts_enabled: true,
    obs_info: {
      bucket_name: "audit-archive",
      file_prefix_name: "management",
      is_obs_created: false,
      compress_type: "gzip",
      is_sort_by_service: true,
    },
    is_support_trace_files_encryption: false,
    is_support_validate: true,
  });

  await form.go("transfer");
  await form.set("/obs_info/file_prefix_name", "nightly");
  await expect(changes(page).getByRole("listitem")).toHaveCount(1);
  await expect(changes(page).locator("del")).toHaveText("Before: management");
  await expect(changes(page).locator("ins")).toHaveText("After: nightly");
  await expect(form.preview.locator(".new")).toHaveText('"file_prefix_name": "nightly"');
  // The edited line is in a mark as well; what is selected and copied stays the plain text.
  expect(JSON.parse(await form.body()).obs_info.file_prefix_name).toBe("nightly");

  await form.go("review");
  await form.button("send").click();
  await expect(page.getByRole("dialog").locator("ins")).toHaveText("After: nightly");
  await expect(page.getByRole("dialog").getByRole("checkbox")).toHaveCount(0);
  await form.button("sendNow").click();
  await expect(form.answer).toContainText("The tracker has everything that was sent.");
  const after = await current(request, "system");
  expect(after["obs_info"]).toMatchObject({ bucket_name: "audit-archive", file_prefix_name: "nightly" });
  // All the rest is as it was.
  for (const member of ["lts", "management_event_selector", "is_support_validate", "agency_name", "status"]) {
    expect(after[member], member).toEqual(before[member]);
  }
  await expect(changes(page)).toContainText("Nothing: the tracker has all of it already.");
});

test("what is left out is named and comes back with one button", async ({ form, page }) => {
  await listed(form);
  await load(page, "system").click();
  const whole = await form.body();
  await form.go("recording");
  await form.choose("/is_lts_enabled", "omit");
  await form.go("transfer");
  await form.choose("/obs_info", "omit");
  const left = changes(page).locator(".left-out");
  await expect(left).toContainText("Left out, and perhaps lost");
  for (const label of ["Deliver to LTS", "Transfer bucket", "File prefix"]) {
    await expect(left).toContainText(label);
  }
  await form.go("review");
  await expect(page.getByRole("main")).toContainText("Delivery to LTS ends. It is on now");
  await changes(page).getByRole("button", { name: "Send them as they are now" }).click();
  await expect(left).toHaveCount(0);
  expect(await form.body()).toBe(whole);
  // There is a way back.
  await page.locator(".notices").getByRole("button", { name: "Undo" }).click();
  await expect(left).toBeVisible();
});

test("recording is only stopped by somebody who says so", async ({ form, page, request }) => {
  await listed(form);
  await tracker(page, "data-tracker-name").getByRole("button", { name: "Only switch off" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Review" })).toBeFocused();
  await form.expectBody({
    tracker_type: "data",
    tracker_name: "data-tracker-name",
    agency_name: "cts_admin_trust",
    status: "disabled",
    data_bucket: { data_bucket_name: "tracked-bucket", data_event: ["READ", "WRITE"] },
  });
  await form.button("send").click();
  const dialog = page.getByRole("dialog");
  const boxes = dialog.getByRole("checkbox");
  await expect(boxes).toHaveCount(2);
  await expect(dialog).toContainText("Recording stops.");
  await expect(dialog).toContainText("The delivery to LTS ends, or may end");
  let sent = 0;
  page.on("request", (asked) => (sent += asked.method() === "PUT" ? 1 : 0));
  await form.button("sendNow").click();
  await expect(boxes.first()).toBeFocused();
  await expect(boxes.first()).toHaveAccessibleDescription(/Tick what you agree to/);
  await expectAccessible(page, "consequences that are not agreed to");
  await boxes.first().check();
  await form.button("sendNow").click();
  await expect(boxes.nth(1)).toBeFocused();
  expect(sent).toBe(0);
  await boxes.nth(1).check();
  await expect(dialog).not.toContainText("Tick what you agree to");
  await form.button("sendNow").click();
  await expect(form.answer.getByRole("heading", { name: "The change was made" })).toBeVisible();
  expect((await current(request, "data-tracker-name")).status).toBe("disabled");
  expect(sent).toBe(1);
});

for (const [name, act, says] of [
  ["the transfer ends", (form: Form) => form.go("transfer").then(() => form.choose("/obs_info", "stop")), "The transfer to OBS ends."],
  [
    "files are deleted earlier",
    (form: Form) => form.go("transfer").then(() => form.choose("/obs_info/bucket_lifecycle", "90")),
    "Files are deleted after 90 days, earlier than now.",
  ],
] as const) {
  test(`the question before sending names that ${name}`, async ({ form, page }) => {
    await listed(form);
    await load(page, "data-tracker-name").click();
    await act(form);
    await form.go("review");
    await form.button("send").click();
    await expect(page.getByRole("dialog").getByRole("checkbox", { name: says })).toHaveCount(1);
  });
}

test("a member that was not taken over is named, and so is one that strayed", async ({ form, page }) => {
  await listed(form);
  await load(page, "system").click();
  await form.go("protection");
  await form.choose("/is_support_validate", "false");
  await form.go("recording");
  await form.choose("/is_lts_enabled", "omit");
  await form.go("review");
  // A cloud that says yes and does something else.
  let forget = true;
  await page.route(list, async (route) => {
    const answer = await route.fetch();
    const body = (await answer.json()) as { trackers: Record<string, unknown>[] };
    const system = body.trackers.find(({ tracker_name }) => tracker_name === "system");
    if (forget && system !== undefined) {
      system["is_support_validate"] = true;
      system["lts"] = { is_lts_enabled: false };
    }
    await route.fulfill({ response: answer, json: body });
  });
  await form.button("send").click();
  await form.agree();
  await form.button("sendNow").click();
  await expect(form.answer).toContainText("The tracker is not as expected.");
  const lists = form.answer.locator(".read-back div");
  await expect(lists.filter({ hasText: "Sent, but not taken over" })).toContainText("Verify trace files");
  await expect(lists.filter({ hasText: "Left out, and changed nevertheless" })).toContainText("Deliver to LTS");
  await expectAccessible(page, "read back with differences");
  forget = false;
  await form.answer.getByRole("button", { name: "Read back again" }).click();
  await expect(lists.filter({ hasText: "Sent, but not taken over" })).toHaveCount(0);
  // While it is read nothing is said either.
  await expect(form.answer).not.toContainText("Reading the tracker back");
  await expect(lists.filter({ hasText: "Sent, but not taken over" })).toHaveCount(0);
});

test("members that no source lists survive and are shown", async ({ form, page }) => {
  await page.route(list, async (route) => {
    const answer = await route.fetch();
    const body = (await answer.json()) as { trackers: Record<string, unknown>[] };
    Object.assign(body.trackers[0] ?? {}, { enterprise_project_id: "0", tag: ["x"], status: "error", detail: "noBucket" });
    Object.assign(body.trackers[0]?.["obs_info"] ?? {}, { is_authorized_bucket: false });
    await route.fulfill({ response: answer, json: body });
  });
  await listed(form);
  await expect(tracker(page, "system")).toContainText("Fault: The transfer bucket does not exist any more. noBucket");
  await expect(tracker(page, "system")).toContainText("CTS may not write to it.");
  await load(page, "system").click();
  const body = JSON.parse(await form.body());
  expect(body).toMatchObject({ enterprise_project_id: "0", tag: ["x"] });
  expect(body).not.toHaveProperty("status");
  const unknown = page.locator(".unknown");
  await expect(unknown).toContainText("enterprise_project_id");
  await expect(unknown).toContainText("tag");
  await expectAccessible(page, "a tracker with a fault");
});

test("what was sent is kept, exported and deleted", async ({ form, page, request }) => {
  await listed(form);
  await load(page, "data-archive").click();
  await form.go("protection");
  await form.choose("/is_support_validate", "true");
  await form.send();
  await expect(form.answer).toContainText("The tracker has everything that was sent.");
  const after = await current(request, "data-archive");
  expect(after["is_support_validate"]).toBe(true);

  await page.reload();
  await form.go("review");
  const history = page.locator("details.history");
  await history.locator("summary").first().click();
  await expect(history).toContainText("Sent from this browser (1)");
  for (const text of ["data-archive", "The change was made (200)", project, "cn-north-4", "Verify trace files"]) {
    await expect(history).toContainText(text);
  }
  await expect(history).toContainText(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC/);
  await expectAccessible(page, "history");

  const saved = page.waitForEvent("download");
  await history.getByRole("button", { name: "Export" }).click();
  const text = readFileSync((await (await saved).path()) ?? "", "utf8");
  const [entry] = JSON.parse(text) as Record<string, unknown>[];
  expect(entry).toMatchObject({
    tracker_type: "data",
    tracker_name: "data-archive",
    project_id: project,
    region: "cn-north-4",
    status: "200",
    outcome: "taken",
    read_back: "taken-over",
    changes: [{ pointer: "/is_support_validate", before: "false", after: "true" }],
  });
  expect(entry?.["request_id"]).toMatch(/^[0-9a-f]{32}$/);

  await history.getByRole("button", { name: "Delete …" }).click();
  await expect(page.getByRole("dialog")).toContainText("The list is gone for good.");
  await page.getByRole("dialog").getByRole("button", { name: "Delete", exact: true }).click();
  await expect(history).toHaveCount(0);
  expect(await page.evaluate(() => localStorage.getItem("cts-tracker-form-history"))).toBeNull();
});

test("loading and switching without a pointer", async ({ form, page }) => {
  await form.open();
  await form.target();
  await page.getByRole("button", { name: "List the trackers" }).focus();
  await page.keyboard.press("Enter");
  await expect(tracker(page, "system")).toBeVisible();
  await expect(page.getByRole("button", { name: "List again" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(load(page, "system")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(form.announcement).toContainText("system is loaded.");
  await expect(load(page, "system"), "the focus stays").toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Review" })).toBeFocused();
});

shared("a list that cannot be had says why and leaves the form as it is", async ({ form, page, faults }) => {
  faults.expect(/status of 403/);
  faults.expect(/ERR_CONNECTION_RESET/);
  await page.route(list, (route) =>
    route.fulfill({
      status: 403,
      headers: { "X-Request-Id": "req-1", "content-type": "application/json" },
      body: JSON.stringify({ error_code: "CTS.0013", error_msg: "No permission." }),
    }),
  );
  await form.open();
  await form.sample("system");
  await form.target();
  const body = await form.body();
  await page.getByRole("button", { name: "List the trackers" }).click();
  const trackers = page.getByRole("region", { name: "Trackers of this project" });
  for (const text of ["The trackers could not be listed.", "403", "CTS.0013", "No permission.", "req-1"]) {
    await expect(trackers).toContainText(text);
  }
  await expectAccessible(page, "no list");
  await page.unroute(list);
  await page.route(list, (route) => route.abort("connectionreset"));
  await page.getByRole("button", { name: "List the trackers" }).click();
  await expect(trackers).toContainText("the connection failed");
  expect(await form.body()).toBe(body);
  await page.unroute(list);
  await page.getByRole("button", { name: "List the trackers" }).click();
  await expect(tracker(page, "system")).toBeVisible();
  await expect(trackers).not.toContainText("could not be listed");
});

shared("a project without trackers, and one that is not chosen yet", async ({ form, page }) => {
  await page.route(list, (route) => route.fulfill({ json: { trackers: [] } }));
  await form.open();
  await page.getByRole("button", { name: "List the trackers" }).click();
  await expect(form.field("/region")).toBeFocused();
  await expect(form.findings("/path/project_id")).not.toHaveCount(0);
  await form.target();
  await page.getByRole("button", { name: "List the trackers" }).click();
  await expect(page.getByRole("main")).toContainText("The project has no tracker in this region.");
});

for (const language of ["en", "zh-CN"] as const) {
  for (const colorScheme of ["light", "dark"] as const) {
    shared.describe(`${language} ${colorScheme}`, () => {
      shared.use({ locale: language, colorScheme, viewport: { width: 320, height: 640 }, contextOptions: { reducedMotion: "reduce" } });

      shared(`${language} ${colorScheme}: a tracker in the form, on a small phone`, async ({ form, page }) => {
        form.language = language;
        await form.open();
        await form.target();
        await page.locator(".trackers .primary").click();
        await page.locator(".tracker-list button").first().click();
        await expectAccessible(page, "loaded");
        await form.go("recording");
        await form.choose("/status", "disabled");
        await form.choose("/is_lts_enabled", "omit");
        await form.go("protection");
        await expectAccessible(page, "changes beside the form");
        await form.go("review");
        await expectAccessible(page, "review with changes");
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        expect(wide).toBeLessThanOrEqual(0);
        await form.button("send").click();
        await expect(page.getByRole("dialog").getByRole("checkbox")).toHaveCount(2);
        await expectAccessible(page, "consequences");
      });
    });
  }
}
