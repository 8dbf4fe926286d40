// Themes, forced colours, the order on a phone. Small screens, wide text, small targets and motion are looked at in
// every place of the page by `accessibility.spec.ts`.
import { expect, test } from "../support/test.ts";

test("on a phone the preview is below the form, and a question fits", async ({ form, page }) => {
  await page.setViewportSize({ width: 375, height: 812 });
  await form.open();
  await form.sample("system");
  await form.target();
  // Both at one moment: the step may still be growing.
  const gap = () =>
    page.evaluate(() => {
      const edges = (name: string) => document.querySelector(name)?.getBoundingClientRect();
      return (edges(".preview")?.top ?? NaN) - (edges("main")?.bottom ?? NaN);
    });
  await expect.poll(gap).toBeGreaterThanOrEqual(0);
  await form.go("review");
  await form.button("send").click();
  const dialog = await page.getByRole("dialog").boundingBox();
  expect(dialog?.width).toBeLessThanOrEqual(375);
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

test("the review is printed without anything to press, dark on light, in full", async ({ form, page }) => {
  await form.open();
  await form.sample("data");
  await form.go("review");
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  const shown = await page.evaluate(() =>
    [...document.querySelectorAll("button, select, input, nav, .notices, .settings")]
      .filter((element) => element.checkVisibility())
      .map((element) => element.id || element.className || element.textContent),
  );
  expect(shown).toEqual([]);
  await expect(page.locator("h1")).toBeVisible();
  const drawn = await page.evaluate(() => {
    const body = document.querySelector("#preview-text");
    if (body === null) throw new Error("no body");
    const style = getComputedStyle(body);
    const light = (colour: string) => (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
    return { ink: light(style.color), hidden: body.scrollHeight - body.clientHeight, wide: body.scrollWidth - body.clientWidth };
  });
  expect(Math.max(...drawn.ink), "dark ink also where the page is dark").toBeLessThan(100);
  expect(drawn.hidden).toBeLessThanOrEqual(1);
  expect(drawn.wide).toBeLessThanOrEqual(1);
  const pdf = await page.pdf({ format: "A4", path: test.info().outputPath("review.pdf") });
  expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
});
