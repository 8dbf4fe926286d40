// Fixes of what is wrong.
import { expect, test } from "../support/test.ts";

test("the review offers a fix, applies it, and takes it back", async ({ form, page }) => {
  await form.open();
  await form.sample("system");
  await form.go("protection");
  const before = await form.body();
  // The form offers no wrong agency, but a draft can have one.
  await page.evaluate((body) => {
    const text = `eu-de\np\n${body.replace("cts_admin_trust", "cts_admin")}`;
    const digits = btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
    location.hash = `d1=${digits}`;
  }, before);
  await expect.poll(() => form.body()).toContain('"cts_admin"');
  await form.go("review");
  const fix = page.getByRole("button", { name: 'Replace with "cts_admin_trust"' });
  await fix.click();
  await expect.poll(() => form.body()).toContain('"cts_admin_trust"');
  await expect(form.announcement).toContainText("The fix is applied.");
  await expect(fix).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect.poll(() => form.body()).toContain('"cts_admin"');
  await expect(fix).toBeVisible();
});
