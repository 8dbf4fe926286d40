// Small screens, enlarged text, themes, less motion, forced colours.
import { expect, test } from "../support/test.ts";
import type { Form } from "../support/form.ts";
import { steps } from "../support/words.ts";

/** Nothing but the preview, which has a scroll bar of its own, is wider than the screen. */
async function expectNoSideways(form: Form, place: string): Promise<void> {
  const { wide, own } = await form.page.evaluate(() => {
    const root = document.documentElement;
    const own: string[] = [];
    for (const element of document.querySelectorAll("main *, nav *, header *, .notices *")) {
      if (element.getBoundingClientRect().right > root.clientWidth + 1 && element.closest("pre, .hidden, .skip") === null) {
        own.push(`${element.tagName}.${element.className}`);
      }
    }
    return { wide: root.scrollWidth - root.clientWidth, own };
  });
  expect(own, place).toEqual([]);
  expect(wide, place).toBeLessThanOrEqual(0);
}

const long = "a".repeat(63);

for (const [name, width, height, locale] of [
  ["a phone", 375, 812, "en"],
  ["a phone in Chinese", 375, 812, "zh-CN"],
  ["a small phone", 320, 568, "en"],
  ["400 % of 1280", 320, 256, "en"],
] as const) {
  test.describe(name, () => {
    test.use({ viewport: { width, height }, locale, hasTouch: height > 300 });

    test(`${name}: no step has to be scrolled sideways`, async ({ form, page }) => {
      form.language = locale;
      await form.open();
      for (const kind of ["system", "data"] as const) {
        await form.sample(kind);
        await form.go("transfer");
        await form.choose("/obs_info", "bucket");
        await form.field("/obs_info/bucket_name").fill(`${long}X`);
        await form.field("/obs_info/bucket_name").blur();
        for (const step of steps) {
          await form.go(step);
          await expectNoSideways(form, `${kind} ${step}`);
        }
        await form.button("send").click();
        await expect(form.summary).toBeVisible();
        await expectNoSideways(form, "summary");
      }
      // The preview is below the form.
      const main = await page.locator("main").boundingBox();
      const preview = await page.locator(".preview").boundingBox();
      expect(preview?.y).toBeGreaterThanOrEqual((main?.y ?? 0) + (main?.height ?? 0));
    });

    test(`${name}: a request is sent and the answer fits`, async ({ form, page, faults }) => {
      faults.expect(/status of 400/);
      form.language = locale;
      await page.route("**/api/**/tracker", (route) =>
        route.fulfill({
          status: 400,
          headers: { "X-Request-Id": "f".repeat(64), "content-type": "application/json" },
          body: JSON.stringify({ error_code: "CTS.0211", error_msg: `no bucket ${"b".repeat(200)}` }),
        }),
      );
      await form.open();
      await form.sample("system");
      await form.target();
      await form.go("review");
      await form.button("send").click();
      const dialog = await page.getByRole("dialog").boundingBox();
      expect(dialog?.width).toBeLessThanOrEqual(width);
      await form.button("sendNow").click();
      await expect(form.answer).toBeVisible();
      await expectNoSideways(form, "answer");
    });
  });
}

test("what can be pressed is large enough", async ({ form, page }) => {
  await page.setViewportSize({ width: 375, height: 812 });
  await form.open();
  await form.sample("data");
  for (const step of steps) {
    await form.go(step);
    // A control is as large as the label that presses it (WCAG 2.2, 2.5.8).
    const small = await page.locator("button, select, input, summary").evaluateAll((controls) =>
      controls
        .filter((control) => control.checkVisibility())
        .map((control) => {
          const labels = [...((control as HTMLInputElement).labels ?? [])];
          // The label of a card presses from edge to edge of it.
          const card = control.closest(".card");
          const areas = [control, ...labels, ...(card === null ? [] : [card])].map((area) => area.getBoundingClientRect());
          return {
            what: control.id || control.textContent || control.tagName,
            width: Math.max(...areas.map((area) => area.width)),
            height: Math.max(...areas.map((area) => area.height)),
          };
        })
        .filter(({ width, height }) => width < 24 || height < 24),
    );
    expect(small, step).toEqual([]);
  }
});

for (const scheme of ["light", "dark"] as const) {
  test(`the page follows a system that is ${scheme}, and can be told otherwise`, async ({ form, page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await form.open();
    const brightness = () =>
      page.evaluate(() => {
        const canvas = document.createElement("canvas").getContext("2d");
        const colour = getComputedStyle(document.body).backgroundColor;
        if (canvas === null) throw new Error("no canvas");
        canvas.fillStyle = colour === "rgba(0, 0, 0, 0)" ? getComputedStyle(document.documentElement).backgroundColor : colour;
        canvas.fillRect(0, 0, 1, 1);
        return canvas.getImageData(0, 0, 1, 1).data[1] ?? 0;
      });
    const is = async (wanted: "light" | "dark") =>
      wanted === "light" ? expect.poll(brightness).toBeGreaterThan(200) : expect.poll(brightness).toBeLessThan(60);
    await is(scheme);
    const other = scheme === "light" ? "dark" : "light";
    await page.getByRole("radio", { name: other === "light" ? "Light" : "Dark" }).check({ force: true });
    await is(other);
    await page.reload();
    await expect(form.preview).toBeVisible();
    await is(other);
  });
}

test("who wants less motion gets none", async ({ form, page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  let release: (() => void) | undefined;
  const held = new Promise<void>((done) => (release = done));
  await page.route("**/api/**/tracker", async (route) => {
    await held;
    await route.fulfill({ status: 200, body: "" });
  });
  await form.open();
  await form.sample("system");
  await form.target();
  await form.send();
  await expect(page.getByRole("progressbar")).toBeVisible();
  // What only fades does not move.
  const moving = await page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ playState }) => playState === "running")
      .map(({ effect }) => effect as KeyframeEffect)
      .filter((effect) =>
        effect
          .getKeyframes()
          .flatMap((frame) => Object.keys(frame))
          .some((name) => !["offset", "computedOffset", "easing", "composite", "opacity", "visibility"].includes(name)),
      )
      .map(({ target }) => target?.className),
  );
  expect(moving).toEqual([]);
  release?.();
  await expect(form.answer).toBeVisible();
});

test("with forced colours choices, errors and focus can still be told apart", async ({ form, page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await form.open();
  await form.choose("/tracker_type", "data");
  await form.button("next").focus();
  await page.keyboard.press("Enter");
  await expect(form.summary).toBeFocused();
  const drawn = await page.evaluate(() => {
    const style = (selector: string) => {
      const element = document.querySelector(selector);
      if (element === null) throw new Error(`no ${selector}`);
      return getComputedStyle(element);
    };
    const paper = style("body").backgroundColor;
    return {
      summary: parseFloat(style("#error-summary").borderTopWidth) + parseFloat(style("#error-summary").borderLeftWidth),
      line: parseFloat(style("#field-tracker_name").borderTopWidth),
      // An icon is a mask over its background.
      icon: style("#error-summary .icon").backgroundColor !== paper,
      // The language that is chosen differs from the other one.
      chosen: ["borderColor", "backgroundColor", "outlineStyle", "color"].some(
        (name) =>
          style(".switch input:checked + span")[name as "color"] !== style(".switch input:not(:checked) + span")[name as "color"],
      ),
    };
  });
  expect(drawn.summary).toBeGreaterThan(0);
  expect(drawn.line).toBeGreaterThan(0);
  expect(drawn.icon).toBe(true);
  expect(drawn.chosen).toBe(true);
  await page.keyboard.press("Tab");
  const outline = await page.evaluate(() => {
    const style = getComputedStyle(document.activeElement ?? document.body);
    return { shown: style.outlineStyle, wide: parseFloat(style.outlineWidth) };
  });
  expect(outline.shown).not.toBe("none");
  expect(outline.wide).toBeGreaterThanOrEqual(2);
});
