// What people see when the page breaks, and before it works.
import { expect, test } from "../support/test.ts";
import { published } from "../support/samples.ts";

test("after a panic the page says so, and a reload brings the draft back", async ({ form, page, faults }) => {
  faults.expect(/panicked at/);
  // A panic goes on as a trap of the program.
  faults.expect(/uncaught: (unreachable|RuntimeError)/);
  faults.expect(/failed to/);
  await form.open();
  await form.sample("data");
  await expect(page.locator("#broken")).toBeHidden();
  // An extension that meddles with the document does this: Yew panics when a node cannot be put in.
  await page.evaluate(() => {
    const insert = Node.prototype.insertBefore;
    Node.prototype.insertBefore = function <T extends Node>(node: T): T {
      Node.prototype.insertBefore = insert;
      throw new DOMException(`no place for ${node.nodeName}`, "NotFoundError");
    };
  });
  await page.getByRole("navigation", { name: "Steps" }).getByRole("button", { name: "Transfer" }).click();
  const broken = page.getByRole("alert");
  await expect(broken).toContainText("Something went wrong in this page");
  await expect(broken).toContainText("页面出现问题");
  await broken.getByRole("link", { name: "Reload" }).click();
  await expect(page.locator("#broken")).toBeHidden();
  await form.expectBody(published.data);
});

test("when the program cannot be loaded the page says so", async ({ page, faults }) => {
  faults.expect(/ERR_FAILED/);
  faults.expect(/uncaught|console error/);
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto("./");
  await expect(page.locator("#broken")).toBeVisible();
});
