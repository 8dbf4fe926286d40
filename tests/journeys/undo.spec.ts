// Taking changes back and making them again.
import { expectAccessible } from "../support/axe.ts";
import { expect, test } from "../support/test.ts";

test("changes are taken back and made again, with buttons and with keys", async ({ form, page }) => {
  await form.open();
  const way = (name: "Undo" | "Redo") => page.locator(".ways").getByRole("button", { name, exact: true });
  await expect(way("Undo")).toHaveCount(0);
  const bodies = [await form.body()];
  await form.choose("/tracker_type", "data");
  bodies.push(await form.body());
  await form.field("/tracker_name").pressSequentially("orders");
  bodies.push(await form.body());
  await form.go("recording");
  await form.choose("/status", "enabled");
  bodies.push(await form.body());

  await way("Undo").click();
  await expect.poll(() => form.body()).toBe(bodies[2]);
  await expect(form.announcement).toContainText("The earlier content is back.");
  await expect(form.part("/status", "omit")).toBeChecked();
  await way("Undo").click();
  // All of a name is one change.
  await expect.poll(() => form.body()).toBe(bodies[1]);
  await way("Undo").click();
  await expect.poll(() => form.body()).toBe(bodies[0]);
  await expect(way("Undo")).toHaveAttribute("aria-disabled", "true");
  await expect(way("Undo"), "the focus stays").toBeFocused();
  await expectAccessible(page, "nothing left to take back");

  for (const key of ["Control+Shift+z", "Control+y", "Control+y"]) {
    await page.keyboard.press(key);
  }
  await expect.poll(() => form.body()).toBe(bodies[3]);
  await expect(way("Redo")).toHaveAttribute("aria-disabled", "true");
  await page.keyboard.press("Control+z");
  await expect.poll(() => form.body()).toBe(bodies[2]);
  // Also when nothing has the focus, but not behind a question.
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press("Control+y");
  await expect.poll(() => form.body()).toBe(bodies[3]);
  await form.take("copy").click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Control+z");
  await form.button("showErrors").click();
  expect(await form.body()).toBe(bodies[3]);
});

test("in a line of text the keys are those of the browser", async ({ form, page }) => {
  await form.open();
  await form.choose("/tracker_type", "data");
  const name = form.field("/tracker_name");
  await name.pressSequentially("orders");
  await name.press("Control+a");
  await page.keyboard.type("invoices");
  await name.press("Control+z");
  await expect(name).not.toHaveValue("invoices");
  await expect(form.part("/tracker_type", "data"), "only the line changes").toBeChecked();
  expect(JSON.parse(await form.body()).tracker_name ?? "").toBe(await name.inputValue());
});
