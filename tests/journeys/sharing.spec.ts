// A draft in a link, which goes to no server.
import { expectAccessible } from "../support/axe.ts";
import { expect, test } from "../support/test.ts";
import { published } from "../support/samples.ts";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

test("a link brings the draft and its target to another browser, and tells no server", async ({ form, page, browser, baseURL }) => {
  await form.open();
  await form.sample("data");
  await form.target();
  const body = await form.body();
  await form.go("review");
  await page.getByRole("button", { name: "Copy a link" }).click();
  await expect(form.announcement).toContainText("The link is copied.");
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link.length).toBeLessThan(2_000);
  expect(new URL(link).hash).toMatch(/^#d1=/);

  const other = await browser.newContext(baseURL === undefined ? {} : { baseURL });
  try {
    const visit = await other.newPage();
    const asked: string[] = [];
    visit.on("request", (request) => asked.push(request.url() + (request.postData() ?? "")));
    await visit.goto(link);
    await expect.poll(() => visit.locator("#preview-text").textContent()).toBe(body);
    await expect(visit.getByRole("status")).toContainText("The draft of the link is in the form.");
    await expect(visit.locator('[id="field-path-project_id"]')).toHaveValue("0123456789abcdef0123456789abcdef");
    await expect(visit.locator('[id="field-region"]')).toHaveValue("cn-north-4");
    // It is not in the address any more, so that a reload keeps what is changed from here on.
    expect(new URL(visit.url()).hash).toBe("");
    expect(asked.filter((url) => url.includes("d1="))).toEqual([]);
  } finally {
    await other.close();
  }
});

test("a link that is opened over a draft can be taken back", async ({ form, page }) => {
  await form.open();
  await form.sample("system");
  await form.go("review");
  await page.getByRole("button", { name: "Copy a link" }).click();
  await expect(form.announcement).toContainText("The link is copied.");
  const { hash } = new URL(await page.evaluate(() => navigator.clipboard.readText()));
  await form.go("recording");
  await form.choose("/status", "disabled");
  const mine = await form.body();
  // The same page, another fragment: nothing is loaded anew.
  await page.evaluate((fragment) => (location.hash = fragment), hash);
  await form.expectBody(published.system);
  await page.locator(".notices").getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => form.body()).toBe(mine);
});

for (const [name, fragment] of [
  ["cut off", "#d1=ZXUtZGUKcAp7InRyYWNrZXJfdHlwZSI6InN5c3RlbSIsInRyYWNrZXJfbmFtZSI6InN5c3RlbSIsInRhZyI6Wy"],
  ["of a later version", "#d9=e30"],
] as const) {
  test(`a link that is ${name} changes nothing and says so`, async ({ form, page }) => {
    await form.open();
    await form.sample("system");
    await page.evaluate((hash) => (location.hash = hash), fragment);
    await expect(form.announcement).toContainText("The draft of this link cannot be read");
    await form.expectBody(published.system);
    await expectAccessible(page, "a link that cannot be read");
  });
}

test("without the clipboard the link is in the address bar", async ({ form, page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await form.open();
  await form.sample("data");
  await form.go("review");
  await page.getByRole("button", { name: "Copy a link" }).click();
  await expect(form.announcement).toContainText("The link is in the address bar.");
  expect(new URL(page.url()).hash).toMatch(/^#d1=/);
});
