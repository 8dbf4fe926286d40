// Both languages, and typing Chinese.
import type { CDPSession } from "@playwright/test";
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

/** Types as an input method does: composes, then commits. */
async function compose(session: CDPSession, parts: readonly string[], committed: string): Promise<void> {
  for (const text of parts) {
    await session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  }
  await session.send("Input.insertText", { text: committed });
}

test("an input method is not disturbed, and raises no error before its end", async ({ form, page, context }) => {
  await form.open();
  await form.choose("/tracker_type", "data");
  const name = form.field("/tracker_name");
  await name.click();
  await page.keyboard.type("log-");
  const session = await context.newCDPSession(page);
  const composed: string[] = [];
  await page.exposeFunction("composed", (text: string) => composed.push(text));
  await page.evaluate(() =>
    document.addEventListener("compositionend", (event) => {
      void (window as unknown as { composed(text: string): void }).composed(event.data);
    }),
  );
  for (const text of ["s", "sh", "she", "shen"]) {
    await session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    await expect(name).toHaveValue(`log-${text}`);
    await expect(form.preview).toContainText('"tracker_name": "log-"');
    await expect(form.findings("/tracker_name")).toHaveCount(0);
  }
  await session.send("Input.insertText", { text: "审计" });
  await expect(name).toHaveValue("log-审计");
  await expect.poll(() => form.body()).toContain('"tracker_name": "log-审计"');
  expect(composed).toEqual(["审计"]);
  await expect(form.findings("/tracker_name")).toHaveCount(0);
  await name.blur();
  await expect(form.findings("/tracker_name")).toHaveCount(1);

  // The mistake that is shown now goes away when an input method mends it.
  await name.focus();
  await page.keyboard.press("Control+A");
  await compose(session, ["s", "sj"], "sj2026");
  await expect(name).toHaveValue("sj2026");
  await expect(form.findings("/tracker_name")).toHaveCount(0);
  await expect.poll(() => form.body()).toContain('"tracker_name": "sj2026"');
});
