// The request as text: typing fills the form, what is wrong is marked at its place, and the form changes the text.
import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "../support/axe.ts";
import type { Form } from "../support/form.ts";
import { expect, test } from "../support/test.ts";
import type { Language } from "../support/words.ts";

const own = `{ "tracker_type": "system",
  "tracker_name" : "system", "agency_name":"cts_admin_trust",
  "tag": [1, 2.50],
  "status": "enabled" }
`;

const words = {
  en: { edit: "Edit", done: "Done", next: "Next problem", previous: "Previous problem", format: "Format", clean: "Nothing is wrong with the text." },
  "zh-CN": { edit: "编辑", done: "完成", next: "下一个问题", previous: "上一个问题", format: "格式化", clean: "文本没有问题。" },
};

class Editor {
  readonly area: Locator;
  readonly mirror: Locator;
  readonly status: Locator;
  readonly problems: Locator;
  readonly card: Locator;
  readonly said: Locator;

  constructor(
    readonly page: Page,
    readonly language: Language = "en",
  ) {
    this.area = page.locator("#request-text");
    this.mirror = page.locator(".text-mirror");
    this.status = page.locator("#request-text-status");
    this.problems = page.locator(".text-problems .finding");
    this.card = page.locator("#request-text-card");
    this.said = page.locator(".text-editor [aria-live]");
  }

  button(name: keyof (typeof words)["en"]): Locator {
    return this.page.getByRole("button", { name: words[this.language][name], exact: true });
  }

  async open(): Promise<void> {
    await this.button("edit").click();
    await expect(this.area).toBeFocused();
  }

  /** The part of the text that is marked with the given severity. */
  marks(severity: "error" | "warning" | "info"): Locator {
    return this.mirror.locator(`.marked.${severity}`);
  }

  /** Puts the caret behind the first occurrence of a part of the text. */
  async caretBehind(part: string): Promise<void> {
    await this.area.evaluate((area: HTMLTextAreaElement, part) => {
      const at = area.value.indexOf(part) + part.length;
      area.focus();
      area.setSelectionRange(at, at);
    }, part);
  }

  caret(): Promise<number> {
    return this.area.evaluate((area: HTMLTextAreaElement) => area.selectionStart);
  }
}

/** The text as the page keeps it for a reload, which is what it would send. */
function kept(page: Page): Promise<{ text: string | null }> {
  return page.evaluate(() => JSON.parse(localStorage.getItem("cts-tracker-form") ?? "{}"));
}

async function opened(form: Form, page: Page, text = own, language: Language = "en"): Promise<Editor> {
  form.language = language;
  const editor = new Editor(page, language);
  await form.open();
  await editor.open();
  await editor.area.fill(text);
  return editor;
}

test("typing fills the form, and what was typed stays as it is", async ({ form, page }) => {
  const editor = await opened(form, page);
  await expect(editor.area).toHaveValue(own);
  await expect(page.locator("main")).toContainText("[1,2.50]");
  await form.go("recording");
  await expect(form.part("/status", "enabled")).toBeChecked();

  // The pointer puts the caret where it is, once the step has scrolled to its place.
  await expect(async () => {
    const name = await editor.mirror.getByText('"agency_name"').boundingBox();
    await page.mouse.click((name?.x ?? 0) + 1, (name?.y ?? 0) + (name?.height ?? 0) / 2);
    expect(await editor.caret()).toBe(own.indexOf('"agency_name"'));
  }).toPass();

  // The caret stays where somebody types, and the form follows each key.
  await editor.caretBehind('"status": "');
  await page.keyboard.press("Shift+End");
  await page.keyboard.type('disabled" }');
  await expect(form.part("/status", "disabled")).toBeChecked();
  const text = own.replace("enabled", "disabled");
  await expect(editor.area).toHaveValue(text);
  expect(await editor.caret()).toBe(text.length - 1);
  await expect(editor.area).toBeFocused();

  // The form changes its member and nothing else.
  await form.choose("/status", "omit");
  await expect(editor.area).toHaveValue(text.replace(/,\s*"status": "disabled"/, ""));
  await form.choose("/is_lts_enabled", "true");
  await expect(editor.area).toHaveValue(/"is_lts_enabled" ?: ?true/);
  await expect(editor.area).toHaveValue(/\[1, 2\.50\]/);

  // The layers say the same, line by line.
  const lines = await editor.mirror.locator(".text-line").allTextContents();
  expect(lines.join("\n")).toBe(await editor.area.inputValue());

  // What was typed is the request also when the editor is closed.
  const last = await editor.area.inputValue();
  await editor.button("done").click();
  await expect(editor.button("edit")).toBeFocused();
  expect(await form.body()).toBe(last);
  await page.reload();
  await expect.poll(() => form.body()).toBe(last);
});

test("while the text is broken the form keeps what it had, and sending says why not", async ({ form, page }) => {
  const editor = new Editor(page);
  await form.open();
  await form.sample("system");
  await form.target();
  await editor.open();
  const whole = await editor.area.inputValue();
  await editor.caretBehind('"enabled');
  await page.keyboard.press("Delete");
  const broken = whole.replace('"enabled"', '"enabled');
  await expect(editor.area).toHaveValue(broken);
  // Nothing is red while somebody may be typing, and then it is.
  await expect(editor.marks("error")).toHaveCount(0);
  await expect(editor.marks("error")).toHaveCount(1);
  await expect(editor.status).toHaveText("1 error, the form keeps what it had");
  await expect(editor.area).toHaveAttribute("aria-invalid", "true");
  await expect(form.announcement).toContainText("cannot be read");
  await expectAccessible(page, "broken text");
  await form.go("recording");
  await expect(form.part("/status", "enabled")).toBeChecked();

  await form.go("review");
  await form.button("send").click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(form.summary).toBeFocused();
  const link = form.summary.getByRole("link", { name: /not valid JSON/ });
  await link.click();
  await expect(editor.area).toBeFocused();
  expect(broken.slice(0, await editor.caret())).toContain('"enabled');

  // Nothing typed is lost at a reload.
  await page.reload();
  await expect(editor.area).toHaveValue(broken);
  await expect(page.locator(".stuck")).toContainText("The form keeps what it had");
  await page.getByRole("button", { name: "Go to the place" }).click();
  await expect(editor.area).toBeFocused();

  // Taken along it is what stands there.
  await form.take("copy").click();
  await expect(page.getByRole("dialog")).toContainText("1 error");
  await form.button("showErrors").click();

  // A change in the form writes the text anew; the broken one can be brought back.
  await form.go("recording");
  await form.choose("/status", "disabled");
  await expect(editor.area).toHaveValue(whole.replace("enabled", "disabled"));
  await expect(form.announcement).toContainText("written anew");
  await page.keyboard.press("Control+z");
  await expect(editor.area).toHaveValue(broken);
  await editor.caretBehind('"enabled');
  await page.keyboard.type('"');
  await expect(editor.area).toHaveValue(whole);
  await expect(page.locator(".stuck")).toHaveCount(0);
  await expect(editor.marks("error")).toHaveCount(0);
});

test("problems are reached, said and mended by keyboard", async ({ form, page }) => {
  const wrong = own.replace("cts_admin_trust", "cts_admin").replace('"enabled"', '"Enabled"');
  const editor = await opened(form, page, wrong);
  await expect(editor.marks("error")).toHaveCount(2);
  await expect(editor.status).toHaveText("2 errors, 1 warning");
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("F8");
  expect(await editor.caret()).toBe(wrong.indexOf('"cts_admin"'));
  await expect(editor.card).toBeVisible();
  await expect(editor.card).toContainText("cts_admin_trust");
  await expect(editor.said).toContainText("Error, Line 2: ");
  await expect(editor.said).toContainText('Fix with Ctrl+. : Replace with "cts_admin_trust"');
  await expectAccessible(page, "a problem at the caret");
  await page.keyboard.press("Escape");
  await expect(editor.card).toBeHidden();
  await expect(editor.area).toBeFocused();

  await page.keyboard.press("F8");
  await expect(editor.card).toContainText("tag is not a member");
  await page.keyboard.press("F8");
  expect(await editor.caret()).toBe(wrong.indexOf('"Enabled"'));
  // From the last to the first, and back.
  await page.keyboard.press("F8");
  expect(await editor.caret()).toBe(wrong.indexOf('"cts_admin"'));
  await page.keyboard.press("Shift+F8");
  expect(await editor.caret()).toBe(wrong.indexOf('"Enabled"'));

  await page.keyboard.press("Control+.");
  await expect(editor.area).toHaveValue(wrong.replace("Enabled", "enabled"));
  await expect(editor.said).toContainText("The fix is applied.");
  await expect(editor.area).toBeFocused();
  await form.go("recording");
  await expect(form.part("/status", "enabled")).toBeChecked();

  // The buttons do the same, and the way to the one in the card is the next key.
  await editor.button("next").click();
  await expect(editor.card).toContainText("cts_admin_trust");
  await page.keyboard.press("Tab");
  await expect(editor.card.getByRole("button")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(editor.area).toHaveValue(own);
  await expect(editor.marks("error")).toHaveCount(0);
  // Both are taken back one by one, with the keys of the page.
  await page.keyboard.press("Control+z");
  await expect(editor.area).toHaveValue(wrong.replace("Enabled", "enabled"));
  await page.keyboard.press("Control+z");
  await expect(editor.area).toHaveValue(wrong);
  await page.keyboard.press("Control+y");
  await expect(editor.area).toHaveValue(wrong.replace("Enabled", "enabled"));
});

test("the only problem is said again when somebody asks for it again", async ({ form, page }) => {
  const editor = await opened(form, page, own.replace('  "tag": [1, 2.50],\n', "").replace('"enabled"', '"Enabled"'));
  await expect(editor.marks("error")).toHaveCount(1);
  await page.keyboard.press("F8");
  const words = editor.said.locator("span");
  await expect(words).toContainText("Error, Line 3: ");
  await words.evaluate((span) => span.setAttribute("data-old", ""));
  await page.keyboard.press("F8");
  await expect(words).toContainText("Error, Line 3: ");
  await expect(editor.said.locator("[data-old]")).toHaveCount(0);
});

test("the card is about the problems there are, also when they come while it opens", async ({ form, page }) => {
  const wrong = own.replace('"enabled"', '"Enabled"').replace('  "tag": [1, 2.50],\n', "");
  const editor = await opened(form, page, wrong);
  await expect(editor.marks("error")).toHaveCount(1);
  await editor.caretBehind('"cts_admin_trust');
  const box = await editor.marks("error").first().boundingBox();
  if (box === null) {
    throw new Error("no mark");
  }
  // What is typed here is wrong, which is not shown at once, and stands before the other problem.
  await page.keyboard.type("s");
  await page.mouse.move(box.x + 4, box.y + box.height / 2);
  await page.mouse.move(box.x + 6, box.y + box.height / 2);
  await expect(editor.card).toContainText("is not a status");
  await expect(editor.marks("error")).toHaveCount(2);
  await editor.card.getByRole("button", { name: 'Fix: Replace with "enabled"' }).click();
  await expect(editor.area).toHaveValue(wrong.replace("cts_admin_trust", "cts_admin_trusts").replace("Enabled", "enabled"));
});

test("the caret stays in sight when a line is broken and when a change is taken back", async ({ form, page }) => {
  const lines = Array.from({ length: 60 }, (_, number) => `  "tag${number}": ${number},`);
  const text = `{ "tracker_type": "system",\n${lines.join("\n")}\n  "tracker_name": "system" }\n`;
  const editor = await opened(form, page, text);
  const inSight = (part: string): Promise<boolean> =>
    page.locator(".text-frame").evaluate((frame, part) => {
      const outer = frame.getBoundingClientRect();
      const line = [...frame.querySelectorAll(".text-line")].find((line) => line.textContent?.includes(part))?.getBoundingClientRect();
      return line !== undefined && line.top >= outer.top - 1 && line.bottom <= outer.bottom + 1;
    }, part);
  await editor.caretBehind('"tag2": 2,');
  for (let count = 0; count < 40; count += 1) {
    await page.keyboard.press("Enter");
  }
  await page.keyboard.type('"here": 1,');
  await page.keyboard.press("Enter");
  await expect.poll(() => inSight('"here"')).toBe(true);
  for (let count = 0; count < 20; count += 1) {
    await page.keyboard.press("Enter");
  }
  // Nothing but the line breaks moved the lines.
  const last = await editor.area.evaluate((area: HTMLTextAreaElement) => area.value.slice(0, area.selectionStart).split("\n").length - 1);
  const sees = (number: number): Promise<boolean> =>
    page.locator(".text-frame").evaluate((frame, number) => {
      const outer = frame.getBoundingClientRect();
      const line = frame.querySelectorAll(".text-line")[number]?.getBoundingClientRect();
      return line !== undefined && line.top >= outer.top - 1 && line.bottom <= outer.bottom + 1;
    }, number);
  expect(await sees(last)).toBe(true);

  // The change is taken back where it was made, without the line that was broken before.
  const broken = await editor.area.inputValue();
  await editor.caretBehind('"tag1": 1,');
  await page.keyboard.type(" ");
  await page.locator(".text-frame").evaluate((frame) => frame.scrollTo(0, frame.scrollHeight));
  expect(await inSight('"tag1"')).toBe(false);
  await page.keyboard.press("Control+z");
  await expect(editor.area).toHaveValue(broken);
  await expect.poll(() => inSight('"tag1"')).toBe(true);
});

test("the list of problems keeps what it has while somebody types", async ({ form, page }) => {
  const wrong = own.replace("cts_admin_trust", "cts_admin").replace('"enabled"', '"Enabled"');
  const editor = await opened(form, page, wrong);
  await expect(editor.marks("error")).toHaveCount(2);
  const notes = page.locator(".text-problems details");
  const count = await editor.problems.count();
  await page.locator(".text-problems").evaluate((list) => {
    for (const finding of list.querySelectorAll(".finding")) {
      finding.setAttribute("data-kept", "");
    }
    list.querySelector("details")?.setAttribute("open", "");
  });
  const kept = page.locator(".text-problems .finding[data-kept]");
  await editor.caretBehind('"cts_admin');
  await page.keyboard.type("x");
  await expect(page.locator(".text-problems")).toContainText("cts_adminx");
  await expect(kept).toHaveCount(count);
  await expect(notes).toHaveAttribute("open", "");
  // The lines move, and what is mended goes alone.
  await editor.caretBehind('{ "tracker_type": "system",');
  await page.keyboard.press("Enter");
  await expect(page.locator(".text-problems").getByRole("button", { name: "Line 5" })).toHaveCount(1);
  await editor.caretBehind('"status": "');
  await page.keyboard.press("Delete");
  await page.keyboard.type("e");
  await expect(page.locator(".text-problems")).not.toContainText("status");
  await expect(kept).toHaveCount(count - 1);
  await expect(editor.problems).toHaveCount(count - 1);
});

test("the pointer opens the card, may go into it, and closes it by leaving", async ({ form, page }) => {
  const wrong = own.replace('"enabled"', '"Enabled"');
  const editor = await opened(form, page, wrong);
  await expect(editor.marks("error")).toHaveCount(1);
  const box = await editor.marks("error").first().boundingBox();
  if (box === null) {
    throw new Error("no mark");
  }
  await page.mouse.move(box.x + 4, box.y + box.height / 2);
  await expect(editor.card).toContainText('"Enabled" is not a status.');
  // The card can be reached without closing it, and its fix be pressed.
  const fix = editor.card.getByRole("button", { name: 'Fix: Replace with "enabled"' });
  const place = await fix.boundingBox();
  if (place === null) {
    throw new Error("no fix");
  }
  await page.mouse.move(place.x + 5, place.y + 5, { steps: 8 });
  await page.waitForTimeout(600);
  await expect(editor.card).toBeVisible();
  await page.mouse.move(5, 5);
  await expect(editor.card).toBeHidden();

  await page.mouse.move(box.x + 4, box.y + box.height / 2);
  await expect(editor.card).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(editor.card).toBeHidden();
  await page.mouse.move(box.x + 8, box.y + box.height / 2);
  await expect(fix).toBeVisible();
  await fix.click();
  await expect(editor.area).toHaveValue(own);
  await expect(editor.card).toBeHidden();
});

test("nothing new is wrong while somebody types, and what is mended goes at once", async ({ form, page }) => {
  const editor = await opened(form, page, own.replace('"enabled"', '"Enabled"'));
  await expect(editor.marks("error")).toHaveCount(1);
  await editor.caretBehind('"Enabled');
  for (let back = 0; back < 7; back += 1) {
    await page.keyboard.press("Backspace", { delay: 10 });
  }
  await page.keyboard.type("enabled");
  await expect(editor.marks("error"), "mended").toHaveCount(0, { timeout: 300 });
  await editor.caretBehind('"cts_admin_trust');
  await page.keyboard.type("s");
  expect(await editor.marks("error").count(), "not yet").toBe(0);
  await expect(editor.marks("error")).toHaveCount(1);
  await expect(form.announcement).toContainText("1 error");
});

test("what the form cannot hold stays in the text and is marked", async ({ form, page }) => {
  const odd = `{"tracker_type":"system","status":"x","data_bucket":{"data_event":["READ"]},\n"status":"enabled","tracker_name":"system"}`;
  const editor = await opened(form, page, odd);
  await expect(editor.status).toHaveText("2 errors");
  await expect(editor.marks("error").filter({ hasText: '"status"' })).toHaveCount(1);
  await expect(editor.marks("error").filter({ hasText: "data_event" })).toHaveCount(1);
  await form.go("recording");
  await expect(form.part("/status", "enabled"), "the last one counts").toBeChecked();
  await form.choose("/is_lts_enabled", "true");
  await expect(editor.area).toHaveValue(/"data_bucket":\{"data_event":\["READ"\]\}/);
  await expect(editor.area).toHaveValue(/"status":"x"/);
  await form.go("target");
  await form.choose("/tracker_type", "data");
  await form.go("recording");
  await expect(form.part("/data_bucket/data_event", "READ")).toBeChecked();
});

test("the text is formatted, lines go on with their white space, and numbers stay as they are", async ({ form, page }) => {
  const editor = await opened(form, page, '{"tracker_type":"system","tracker_name":"system","tag":[1.50]}');
  await editor.button("format").click();
  const formatted = '{\n  "tracker_type": "system",\n  "tracker_name": "system",\n  "tag": [\n    1.50\n  ]\n}';
  await expect(editor.area).toHaveValue(formatted);
  await expect(editor.said).toContainText("The text is formatted.");
  await expect(editor.area).toBeFocused();
  await editor.button("format").click();
  await expect(editor.said).toContainText("already");
  await expect(page.locator(".text-line")).toHaveCount(7);

  await editor.caretBehind('"system",');
  await page.keyboard.press("Enter");
  await page.keyboard.type('"status": "enabled",');
  await expect(editor.area).toHaveValue(formatted.replace('"system",', '"system",\n  "status": "enabled",'));
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expect(editor.area).toHaveValue(formatted);

  // What cannot be formatted is shown instead.
  await editor.caretBehind("1.50");
  await page.keyboard.type(",");
  await editor.button("format").click();
  await expect(editor.card).toContainText("not valid JSON");
  await expect(editor.area).toHaveValue(formatted.replace("1.50", "1.50,"));
});

test("an input method is not disturbed in the text, and raises no error before its end", async ({ form, page, context }) => {
  const editor = await opened(form, page, own.replace('"system", ', '"", '));
  await expect(editor.marks("error")).toHaveCount(1);
  await editor.area.fill(own);
  await expect(editor.marks("error")).toHaveCount(0);
  await page.waitForTimeout(700);
  await editor.caretBehind('"tracker_name" : "system');
  const session = await context.newCDPSession(page);
  const before = (await kept(page)).text;
  for (const text of ["s", "sh", "she", "shen"]) {
    await session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    await expect(editor.area).toHaveValue(own.replace('"system", ', `"system${text}", `));
    await expect(page.locator(".text-line").nth(1)).toContainText(`system${text}`);
  }
  await page.waitForTimeout(800);
  await expect(editor.marks("error"), "no error while composing").toHaveCount(0);
  expect((await kept(page)).text, "nothing is told while composing").toBe(before);
  await session.send("Input.insertText", { text: "审计" });
  await expect(editor.area).toHaveValue(own.replace('"system", ', '"system审计", '));
  expect(await editor.caret()).toBe(own.indexOf('"system", ') + '"system审计'.length);
  await expect.poll(async () => (await kept(page)).text).toContain("system审计");
  await expect(editor.marks("error")).toHaveCount(1);
  await page.keyboard.press("Control+z");
  await expect(editor.area).toHaveValue(own);
});

test("a very long text is edited without colours, and with them again once it is shorter", async ({ form, page }) => {
  const long = own.replace("2.50", `"${"审".repeat(25_000)}"`);
  const editor = await opened(form, page, long);
  await expect(editor.status).toContainText("too long for colours");
  await expect(page.locator(".text-line")).toHaveCount(0);
  await expect(editor.area).not.toHaveCSS("color", "rgba(0, 0, 0, 0)");
  await form.go("recording");
  await expect(form.part("/status", "enabled")).toBeChecked();
  await form.choose("/status", "disabled");
  await expect(editor.area).toHaveValue(long.replace("enabled", "disabled"));
  await editor.area.fill(own);
  await expect(page.locator(".text-line")).toHaveCount(5);
  await expect(editor.area).toHaveCSS("color", "rgba(0, 0, 0, 0)");
});

test("without the module the text stays readable, and loading is tried again", async ({ form, page, faults }) => {
  faults.expect(/editor-.*(ERR_FAILED|Failed)|Failed to (load|fetch)/);
  await page.route("**/editor-*.js", (route) => route.abort());
  const editor = new Editor(page);
  await form.open();
  await editor.button("edit").click();
  await expect(page.getByRole("alert").filter({ hasText: "could not be loaded" })).toBeVisible();
  await expectAccessible(page, "no editor");
  await page.unroute("**/editor-*.js");
  await editor.button("done").click();
  expect(await form.body()).toContain("tracker_type");
});

for (const language of ["en", "zh-CN"] satisfies Language[]) {
  for (const colorScheme of ["light", "dark"] as const) {
    test.describe(`${language} ${colorScheme}`, () => {
      test.use({ locale: language, colorScheme, viewport: { width: 320, height: 640 }, contextOptions: { reducedMotion: "reduce" } });

      test(`${language} ${colorScheme}: the editor on 320 pixels is accessible and needs no sideways scrolling`, async ({ form, page }) => {
        const editor = await opened(form, page, own, language);
        await expect(editor.marks("warning")).toHaveCount(1);
        await expectAccessible(page, "text in order");
        await editor.area.fill(own.replace("enabled", "Enabled-with-a-very-long-word-that-has-to-be-broken"));
        await expect(editor.marks("error").first()).toBeVisible();
        await page.keyboard.press("F8");
        await expect(editor.card).toBeVisible();
        await expectAccessible(page, "card");
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        expect(wide).toBeLessThanOrEqual(0);
        const inside = await page.locator(".text-frame").evaluate((frame) => frame.scrollWidth - frame.clientWidth);
        expect(inside).toBeLessThanOrEqual(0);
        // Both layers break lines at the same letters.
        const heights = await editor.area.evaluate((area: HTMLTextAreaElement) => [area.scrollHeight, area.clientHeight]);
        expect(heights[0]).toBe(heights[1]);
        if (language === "zh-CN") {
          const texts = await page.locator(".text-editor p, .text-editor button").allTextContents();
          expect(texts.filter((text) => /[a-z]{3,} [a-z]{2,} [a-z]{2,}/i.test(text))).toEqual([]);
        }
      });
    });
  }
}
