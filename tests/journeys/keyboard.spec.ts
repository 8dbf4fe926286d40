// From the first page to the answer without a pointer.
import { expect, testWithOwnProxy as test } from "../support/test.ts";
import { current } from "../support/current.ts";
import { tabTo } from "../support/keys.ts";

test("from load to sent with the keyboard only", async ({ form, page, request }) => {
  await form.open();
  // The first thing is the way past the header.
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the form" })).toBeFocused();
  await page.keyboard.press("Enter");

  await tabTo(page, form.part("/tracker_type", "system"));
  await page.keyboard.press("ArrowRight");
  await expect(form.part("/tracker_type", "data")).toBeChecked();
  await tabTo(page, form.field("/tracker_name"));
  await page.keyboard.type("data-tracker-name");
  // It comes before the name.
  await tabTo(page, form.field("/path/project_id"), "Shift+Tab");
  await page.keyboard.type("Stand-in Beijing");
  await expect(form.field("/region")).toHaveValue("cn-north-4");
  await tabTo(page, form.button("next"));
  await page.keyboard.press("Enter");

  await expect(page.getByRole("heading", { level: 1, name: "Recording" })).toBeFocused();
  await tabTo(page, form.part("/data_bucket", "omit"));
  await page.keyboard.press("ArrowDown");
  await tabTo(page, form.field("/data_bucket/data_bucket_name"));
  await page.keyboard.type("tracked-bucket");
  await tabTo(page, form.part("/data_bucket/data_event", "omit"));
  await page.keyboard.press("ArrowRight");
  await tabTo(page, form.part("/data_bucket/data_event", "READ"));
  await page.keyboard.press("Space");
  await expect(form.part("/data_bucket/data_event", "READ")).toBeChecked();
  await tabTo(page, form.part("/status", "omit"));
  await page.keyboard.press("ArrowRight");
  await expect(form.part("/status", "enabled")).toBeChecked();
  // Enter in a line submits the step, as in any form.
  await tabTo(page, form.field("/data_bucket/data_bucket_name"), "Shift+Tab");
  await page.keyboard.press("Enter");

  await expect(page.getByRole("heading", { level: 1, name: "Transfer" })).toBeFocused();
  await tabTo(page, form.part("/obs_info", "omit"));
  await page.keyboard.press("ArrowRight");
  await tabTo(page, form.field("/obs_info/bucket_name"));
  await page.keyboard.type("keyboard-audit");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Protection" })).toBeFocused();
  await tabTo(page, form.part("/agency_name", "omit"));
  await page.keyboard.press("ArrowRight");
  await tabTo(page, form.button("next"));
  await page.keyboard.press("Enter");

  await expect(page.getByRole("heading", { level: 1, name: "Review" })).toBeFocused();
  await tabTo(page, form.button("send"));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toBeVisible();
  await tabTo(page, form.button("sendNow"));
  await page.keyboard.press("Enter");
  await expect(form.answer.getByRole("heading", { name: "The change was made" })).toBeFocused();
  const changed = await current(request, "data-tracker-name");
  expect(changed["obs_info"]).toMatchObject({ bucket_name: "keyboard-audit" });
  expect(changed["data_bucket"]).toMatchObject({ data_event: ["READ"] });
});

test("errors are found, followed and mended with the keyboard", async ({ form, page }) => {
  await form.open();
  await tabTo(page, form.button("next"));
  await page.keyboard.press("Enter");
  await expect(form.summary).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(form.summary.getByRole("link").first()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(form.field("/region")).toBeFocused();
});

test("the focus stays in the question until it is answered", async ({ form, page }) => {
  await form.open();
  await form.choose("/tracker_type", "data");
  await tabTo(page, form.take("copy"));
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  for (let pressed = 0; pressed < 5; pressed += 1) {
    await page.keyboard.press("Tab");
    const outside = await page.evaluate(() => {
      const at = document.activeElement;
      return at !== document.body && at?.closest("dialog") === null;
    });
    expect(outside).toBe(false);
  }
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
});
