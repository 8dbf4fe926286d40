// Several drafts, kept by name in this browser.
import { expectAccessible } from "../support/axe.ts";
import { expect, test } from "../support/test.ts";
import { published } from "../support/samples.ts";

test("drafts are kept by name, opened after a reload, and deleted", async ({ form, page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await form.open();
  const drafts = page.locator("details").filter({ has: page.getByText("Drafts in this browser") });
  await form.sample("system");
  await drafts.locator("summary").click();
  await drafts.getByRole("button", { name: "Keep" }).click();
  await expect(form.announcement).toContainText("Enter a name for the draft.");
  await page.getByLabel("Name of this draft").fill("审计 nightly");
  await drafts.getByRole("button", { name: "Keep" }).click();
  await expect(form.announcement).toContainText("The draft is kept in this browser.");
  await form.sample("data");
  await page.getByLabel("Name of this draft").fill(`long-${"x".repeat(55)}`);
  // Enter keeps the draft as well, and does not go on to the next step.
  await page.keyboard.press("Enter");
  await expect(drafts.getByRole("listitem")).toHaveCount(2);
  await expect(page.getByRole("heading", { level: 1, name: "Target" })).toBeVisible();
  await expectAccessible(page, "kept drafts");
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide).toBeLessThanOrEqual(0);

  await page.reload();
  await form.expectBody(published.data);
  await drafts.locator("summary").click();
  await drafts.getByRole("button", { name: "Open 审计 nightly" }).click();
  await form.expectBody(published.system);
  await drafts.getByRole("button", { name: "Delete 审计 nightly" }).click();
  await expect(drafts.getByRole("listitem")).toHaveCount(1);
  // The draft above it is what is left, so its button has the focus.
  await expect(drafts.getByRole("button", { name: /^Delete long/ })).toBeFocused();
  await form.expectBody(published.system);
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Name of this draft")).toBeFocused();
  expect(await page.evaluate(() => localStorage.getItem("cts-tracker-form-drafts"))).toBeNull();
});
