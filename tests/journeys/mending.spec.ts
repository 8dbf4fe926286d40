// Fixes of what is wrong: at the member, in the summary and in the review.
import { expectAccessible } from "../support/axe.ts";
import { faulty, mended, openBody } from "../support/link.ts";
import { expect, test } from "../support/test.ts";

test("the review offers a fix, applies it, and takes it back", async ({ form, page }) => {
  await form.open();
  await form.sample("system");
  await form.go("protection");
  // The form offers no wrong agency, but a draft can have one.
  await openBody(page, { ...JSON.parse(await form.body()), agency_name: "cts_admin" });
  await form.go("review");
  const fix = page.getByRole("button", { name: 'Replace with "cts_admin_trust"' });
  await fix.click();
  await expect.poll(() => form.body()).toContain('"cts_admin_trust"');
  await expect(form.announcement).toContainText("The fix is applied.");
  await expect(page.getByRole("heading", { name: "Verdict" })).toBeFocused();
  await expect(fix).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect.poll(() => form.body()).toContain('"cts_admin"');
  await expect(fix).toBeVisible();
});

test("a fix stands at the member, is applied by keyboard, and the member has the focus", async ({ form, page }) => {
  await form.open();
  await form.go("transfer");
  await form.choose("/obs_info", "bucket");
  const bucket = form.field("/obs_info/bucket_name");
  await bucket.fill("Audit-Logs");
  await page.keyboard.press("Tab");
  await expect(form.findings("/obs_info/bucket_name")).toBeVisible();
  const fix = page.getByRole("button", { name: 'Fix: Replace with "audit-logs"' });
  await expect(fix).toBeVisible();
  // What is wrong is said with the field, how to mend it is not.
  await expect(bucket).toHaveAccessibleDescription(/lower-case letters/);
  await expect(bucket).not.toHaveAccessibleDescription(/Fix:/);
  await expectAccessible(page, "a fix at a member");
  await fix.focus();
  await page.keyboard.press("Enter");
  await expect(bucket).toHaveValue("audit-logs");
  await expect(bucket).toBeFocused();
  await expect(form.findings("/obs_info/bucket_name")).toHaveCount(0);
  await expect(form.announcement).toContainText("The fix is applied. Undo takes it back.");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(bucket).toHaveValue("Audit-Logs");
});

test("the summary mends one by one and everything that is safe, and leaves the rest to people", async ({ form, page }) => {
  await form.open();
  await openBody(page, faulty);
  await form.next();
  await expect(form.summary).toBeFocused();
  const all = form.summary.getByRole("button", { name: "Apply all 3 safe fixes of the request" });
  await expect(all).toBeVisible();
  await expect(form.summary).toContainText("takes nothing away");
  await expect(form.summary.getByRole("button", { name: 'Fix: Replace with "system"' })).toBeVisible();
  await expectAccessible(page, "fixes in the summary");
  await all.focus();
  await page.keyboard.press("Enter");
  await form.expectBody(mended);
  await expect(form.announcement).toContainText("3 fixes are applied. Undo takes them back.");
  // Nothing is left to be summed up in this step.
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();

  await form.go("review");
  // Recording would stop, so nobody does that in passing.
  await expect(page.getByRole("button", { name: /safe fixes/ })).toHaveCount(0);
  await page.getByRole("button", { name: 'Fix: Replace with "disabled"' }).click();
  await form.expectBody({ ...mended, status: "disabled" });
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await form.expectBody(faulty);
  await page.getByRole("button", { name: "Apply all 3 safe fixes of the request" }).click();
  await form.expectBody(mended);
  await expect(page.getByRole("heading", { name: "Verdict" })).toBeFocused();
});

test("with the tracker listed, a fix that leaves it as it is counts as safe", async ({ form, page }) => {
  await page.route("**/api/**/trackers", (route) =>
    route.fulfill({
      json: {
        trackers: [{ tracker_type: "data", tracker_name: "orders", status: "enabled", obs_info: { bucket_name: "logs", bucket_lifecycle: 60 } }],
      },
    }),
  );
  await form.open();
  await form.target();
  const body = (days: string) => ({
    tracker_type: "data",
    tracker_name: "orders",
    agency_name: "cts_admin",
    obs_info: { bucket_name: "logs", bucket_lifecycle: days },
  });
  const safe = page.getByRole("button", { name: "Apply all 2 safe fixes of the request" });
  await page.getByRole("button", { name: "List the trackers" }).click();
  await expect(page.locator(".tracker-list > li")).toHaveCount(1);
  await openBody(page, body("60"), ["", ""]);
  await form.go("review");
  await expect(safe).toBeVisible();
  await openBody(page, body("30"), ["", ""]);
  await expect(page.getByRole("button", { name: "Fix: Replace with 30" })).toBeVisible();
  await expect(safe).toHaveCount(0);
});

for (const [name, locale, colorScheme, size] of [
  ["wide", "zh-CN", "dark", { width: 1280, height: 900 }],
  ["phone", "zh-CN", "light", { width: 320, height: 640 }],
] as const) {
  test.describe(`Chinese, ${name}`, () => {
    test.use({ locale, colorScheme, viewport: size, contextOptions: { reducedMotion: "reduce" } });

    test(`Chinese, ${name}: fixes in the summary, at members and in the review`, async ({ form, page }) => {
      form.language = "zh-CN";
      await form.open();
      await openBody(page, faulty);
      await form.go("recording");
      await form.next();
      await expect(form.summary.getByRole("button", { name: "应用请求中全部 3 项安全修复" })).toBeVisible();
      await expect(page.locator(".field").getByRole("button", { name: '修复：替换为 "disabled"' })).toBeVisible();
      await expectAccessible(page, "summary and members");
      await form.go("review");
      await expect(page.getByRole("button", { name: '修复：替换为 "cts_admin_trust"' })).toBeVisible();
      await expectAccessible(page, "review");
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(wide).toBeLessThanOrEqual(0);
      await page.getByRole("button", { name: "应用请求中全部 3 项安全修复" }).click();
      await form.expectBody(mended);
      await expect(form.announcement).toContainText("已应用 3 项修复，可以撤销。");
    });
  });
}
