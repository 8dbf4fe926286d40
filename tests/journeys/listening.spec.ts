// The way from the first page to the answer as somebody hears it who does not see it: with the keyboard, in both
// languages. What is heard stands in `tests/journeys/heard`, for reading; CTS_BLESS=1 writes it anew.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { tabTo } from "../support/keys.ts";
import { Reader } from "../support/reader.ts";
import { expect, testWithOwnProxy as test } from "../support/test.ts";
import { words, type Language } from "../support/words.ts";

/** Ids of requests and durations are new each time. */
const stable = (line: string): string => line.replace(/[0-9a-f]{32}/g, "…");

class Journey {
  readonly lines: string[] = [];

  constructor(
    private readonly page: Page,
    private readonly reader: Reader,
  ) {}

  /** Something that the person does. */
  note(what: string): void {
    this.lines.push("", `[${what}]`);
  }

  /** What is heard now: the announcements, then where the focus is. */
  async hear(): Promise<void> {
    for (const words of await this.reader.said()) {
      this.lines.push(`says: ${stable(words)}`);
    }
    this.lines.push(...(await this.reader.focused()).map(stable));
  }

  async tab(control: Locator): Promise<void> {
    await tabTo(this.page, control);
    await this.hear();
  }

  async press(key: string, wait: () => Promise<void>): Promise<void> {
    this.note(key);
    await this.page.keyboard.press(key);
    await wait();
    await this.hear();
  }

  async type(text: string): Promise<void> {
    this.note(`types ${text}`);
    await this.page.keyboard.type(text);
  }
}

for (const language of ["en", "zh-CN"] satisfies Language[]) {
  test.describe(language, () => {
    test.use({ locale: language });

    test(`${language}: the whole way by ear`, async ({ form, page }) => {
      form.language = language;
      const { steps, done } = words[language];
      const reader = await Reader.start(page);
      const journey = new Journey(page, reader);
      const headed = (step: keyof typeof steps) => () =>
        expect(page.getByRole("heading", { level: 1, name: steps[step], exact: true })).toBeFocused();
      await form.open();

      journey.note("Tab");
      await page.keyboard.press("Tab");
      await journey.hear();
      await page.keyboard.press("Enter");
      await journey.tab(form.field("/region"));
      await journey.tab(form.part("/tracker_type", "system"));
      await journey.press("ArrowRight", () => expect(form.part("/tracker_type", "data")).toBeChecked());
      await journey.tab(form.field("/tracker_name"));

      // Too early: the errors are listed, and one leads to its field.
      await journey.press("Enter", () => expect(form.summary).toBeFocused());
      await journey.tab(form.summary.getByRole("link").last());
      await journey.press("Enter", () => expect(form.field("/tracker_name")).toBeFocused());
      await journey.type("data-tracker-name");
      await expect(form.findings("/tracker_name")).toHaveCount(0);
      await journey.hear();
      await tabTo(page, form.field("/path/project_id"), "Shift+Tab");
      await journey.hear();
      await journey.type("Stand-in Beijing");
      await expect(form.field("/region")).toHaveValue("cn-north-4");
      await journey.hear();

      // What is there now.
      await journey.tab(page.locator(".trackers button").first());
      await journey.press("Enter", () => expect(page.locator(".tracker-list > li")).toHaveCount(3));
      const load = page.locator(".tracker-list > li").filter({ hasText: "data-tracker-name" }).getByRole("button").first();
      await journey.tab(load);
      await journey.press("Enter", () => expect(page.locator(".notices .notice")).toHaveCount(2));
      await journey.tab(form.button("next"));
      await journey.press("Enter", headed("recording"));

      await journey.tab(form.field("/data_bucket/data_bucket_name"));
      await journey.tab(form.part("/data_bucket/data_event", "READ"));
      await journey.press("Space", () => expect(form.part("/data_bucket/data_event", "READ")).not.toBeChecked());
      await journey.tab(form.part("/status", "enabled"));
      await journey.press("ArrowRight", () => expect(form.part("/status", "disabled")).toBeChecked());
      await tabTo(page, form.button("next"));
      await journey.press("Enter", headed("transfer"));

      await tabTo(page, form.field("/obs_info/bucket_name"));
      await page.keyboard.press("Control+A");
      await journey.type("Logs");
      await journey.press("Enter", () => expect(form.summary).toBeFocused());
      await journey.tab(form.summary.getByRole("link").first());
      await journey.press("Enter", () => expect(form.field("/obs_info/bucket_name")).toBeFocused());
      await page.keyboard.press("Control+A");
      await journey.type("logs-2026");
      await expect(form.findings("/obs_info/bucket_name")).toHaveCount(0);
      await journey.press("Enter", headed("protection"));
      await journey.tab(form.part("/agency_name", "cts_admin_trust"));
      await tabTo(page, form.button("next"));
      await journey.press("Enter", headed("review"));

      const dialog = page.getByRole("dialog");
      await journey.tab(form.button("send"));
      await journey.press("Enter", () => expect(dialog).toBeVisible());
      // Not agreed to: the focus goes to what is to be ticked.
      const box = dialog.getByRole("checkbox").first();
      await tabTo(page, form.button("sendNow"));
      await journey.press("Enter", () => expect(box).toBeFocused());
      await journey.press("Space", () => expect(box).toBeChecked());
      await tabTo(page, form.button("sendNow"));
      await journey.press("Enter", async () => {
        await expect(form.answer.getByRole("heading", { name: done })).toBeFocused();
        await expect(form.answer.locator(".read-back .clean, .read-back p").first()).toBeVisible();
        await expect.poll(() => form.announcement.textContent()).not.toBe("");
      });

      const file = resolve(import.meta.dirname, "heard", `${language}.txt`);
      const heard = `${journey.lines.join("\n").trim()}\n`;
      if (process.env.CTS_BLESS === "1") {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, heard);
      }
      expect(heard.split("\n")).toEqual(readFileSync(file, "utf8").split("\n"));
    });
  });
}
