// Both languages. Typing Chinese is in `composing.spec.ts`.
import { expect, test } from "../support/test.ts";
import { steps, words } from "../support/words.ts";

for (const [locale, tag, language] of [
  ["zh-CN", "zh-CN", "zh-CN"],
  ["zh-TW", "zh-CN", "zh-CN"],
  ["en-GB", "en", "en"],
  ["de-DE", "en", "en"],
] as const) {
  test.describe(locale, () => {
    test.use({ locale });
    test(`a browser in ${locale} gets the page in ${tag}`, async ({ form, page }) => {
      form.language = language;
      await form.open();
      await expect(page.locator("html")).toHaveAttribute("lang", tag);
      await expect(page).toHaveTitle(`${words[language].steps.target} – ${words[language].title}`);
      for (const step of steps) {
        await form.go(step);
      }
    });
  });
}

test.describe("settings", () => {
  test.use({ locale: "de-DE" });
  test("a browser in another language gets the configured one", async ({ page }) => {
    await page.route("**/config.json", (route) => route.fulfill({ json: { language: "zh-CN" } }));
    await page.goto("./");
    await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  });
});

test.describe("settings and a browser that speaks English", () => {
  test.use({ locale: "en-US" });
  test("the language of the person goes before the configured one", async ({ page }) => {
    await page.route("**/config.json", (route) => route.fulfill({ json: { language: "zh-CN" } }));
    await page.goto("./");
    await expect(page.locator(".notices .notice")).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
  });
});

test("the language changes at once, in errors too, and stays", async ({ form, page }) => {
  await form.open();
  await form.choose("/tracker_type", "data");
  await form.next();
  await expect(form.summary).toContainText("Enter the tracker name.");
  const body = await form.body();
  await page.getByText("中文", { exact: true }).click();
  form.language = "zh-CN";
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  await expect(form.summary).toContainText("请填写追踪器名称。");
  await expect(form.findings("/tracker_name")).toContainText("错误");
  await expect(page).toHaveTitle(/^错误[:：]目标/);
  expect(await form.body()).toBe(body);
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  await form.go("review");
});

test("no step has a word of the other language left in it", async ({ form, page }) => {
  await form.open();
  await page.getByText("中文", { exact: true }).click();
  form.language = "zh-CN";
  await form.sample("data");
  for (const step of steps) {
    await form.go(step);
    // What stands in code font is the interface's, and so are names of products and of regions.
    const texts = await page.locator("main, nav, .preview, .notices").evaluateAll((parts) =>
      parts.flatMap((part) => {
        const found: string[] = [];
        const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          const parent = node.parentElement;
          if (parent?.closest("code, pre, option, dd, [translate=no], [lang=en]") === null) {
            found.push(node.textContent ?? "");
          }
        }
        return found;
      }),
    );
    const english = texts.filter((text) => /[a-z]{3,} [a-z]{2,} [a-z]{2,}/i.test(text));
    expect(english, step).toEqual([]);
  }
});
