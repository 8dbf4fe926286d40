// No finding of axe: every step, question, mistake and answer, in both languages and themes.
import { expectAccessible } from "../support/axe.ts";
import { expect, test } from "../support/test.ts";
import { steps, type Language } from "../support/words.ts";

const refusal = {
  status: 400,
  headers: { "X-Request-Id": "req-1", "content-type": "application/json" },
  body: JSON.stringify({ error_code: "CTS.0231", error_msg: "The bucket name is wrong." }),
};

for (const language of ["en", "zh-CN"] satisfies Language[]) {
  for (const colorScheme of ["light", "dark"] as const) {
    test.describe(`${language} ${colorScheme}`, () => {
      // Without motion nothing is measured while it fades.
      test.use({ locale: language, colorScheme, contextOptions: { reducedMotion: "reduce" } });

      for (const kind of ["system", "data"] as const) {
        test(`${language} ${colorScheme}: the steps of a ${kind} tracker`, async ({ form, page }) => {
          form.language = language;
          await form.open();
          await expectAccessible(page, "the first sight");
          await form.sample(kind);
          await form.target();
          await form.go("transfer");
          await form.choose("/obs_info", "bucket");
          await form.field("/obs_info/bucket_name").fill("audit-logs");
          await form.set("/obs_info/file_prefix_name", "nightly");
          for (const step of steps) {
            await form.go(step);
            await expectAccessible(page, step);
          }
        });
      }

      test(`${language} ${colorScheme}: mistakes and questions`, async ({ form, page }) => {
        form.language = language;
        await form.open();
        await form.choose("/tracker_type", "data");
        await form.next();
        await expect(form.summary).toBeVisible();
        await expectAccessible(page, "summary");
        await form.go("recording");
        await form.choose("/status", "disabled");
        await form.choose("/data_bucket", "send");
        await form.tick("/data_bucket/data_event");
        await form.next();
        await expectAccessible(page, "errors and warnings at choices");
        await form.take("copy").click();
        await expect(page.getByRole("dialog")).toBeVisible();
        await expectAccessible(page, "question before copying");
        await form.button("showErrors").click();
        await form.go("review");
        await page.locator("main details").evaluateAll((all) => all.forEach((one) => ((one as HTMLDetailsElement).open = true)));
        await expectAccessible(page, "review with errors");
      });

      test(`${language} ${colorScheme}: sending and answers`, async ({ form, page, faults }) => {
        faults.expect(/status of 400/);
        form.language = language;
        let release: (() => void) | undefined;
        const held = new Promise<void>((done) => (release = done));
        await page.route("**/api/**/tracker", async (route) => {
          await held;
          await route.fulfill(refusal);
        });
        await form.open();
        await form.sample("system");
        await form.target();
        await form.go("review");
        await form.button("send").click();
        await expect(page.getByRole("dialog")).toBeVisible();
        await expectAccessible(page, "question before sending");
        await form.button("sendNow").click();
        await expect(page.getByRole("progressbar")).toBeVisible();
        await expectAccessible(page, "waiting");
        release?.();
        await expect(form.answer).toBeVisible();
        await page.locator("main details").evaluateAll((all) => all.forEach((one) => ((one as HTMLDetailsElement).open = true)));
        await expectAccessible(page, "refused");
        await page.unroute("**/api/**/tracker");
        await page.route("**/api/**/tracker", (route) => route.fulfill({ status: 200, body: "" }));
        await form.send();
        await expect(form.answer.locator("#answer-heading")).toBeFocused();
        await expectAccessible(page, "taken");
      });
    });
  }
}
