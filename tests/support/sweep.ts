// One look at a place from all sides: what axe finds, what a screen reader gets, both themes, forced colours, 400 % of
// 1280 pixels, a phone, wider text, small targets, motion.
import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./axe.ts";
import { unclear, type Reader } from "./reader.ts";

const desktop = { width: 1280, height: 720 };
/** 400 % of 1280 x 1024, and a phone. */
const narrow = [
  { width: 320, height: 256 },
  { width: 375, height: 812 },
];

export async function sweep(page: Page, reader: Reader, place: string): Promise<void> {
  await expectAccessible(page, place);
  expect.soft(unclear(await reader.all()), `read out: ${place}`).toEqual([]);
  expect.soft(await page.evaluate(moving), `motion: ${place}`).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(page, `${place}, dark`, "color-contrast", "link-in-text-block");
  await page.emulateMedia({ colorScheme: "light", forcedColors: "active" });
  expect.soft(await page.evaluate(unseen), `forced colours: ${place}`).toEqual([]);
  await page.emulateMedia({ forcedColors: "none" });
  for (const viewport of narrow) {
    await page.setViewportSize(viewport);
    const size = `${place}, ${viewport.width} px`;
    expect.soft(await page.evaluate(cut), `cut off: ${size}`).toEqual([]);
    expect.soft(await page.evaluate(small), `targets: ${size}`).toEqual([]);
    await page.evaluate(widen, true);
    expect.soft(await page.evaluate(cut), `cut off: ${size}, wider text`).toEqual([]);
    await page.evaluate(widen, false);
  }
  await page.setViewportSize(desktop);
}

/** Animations that move something; what only fades does not move. */
function moving(): string[] {
  const still = ["offset", "computedOffset", "easing", "composite", "opacity", "visibility"];
  return document
    .getAnimations()
    .filter(({ playState }) => playState === "running")
    .map(({ effect }) => effect as KeyframeEffect)
    .filter((effect) => effect.getKeyframes().some((frame) => Object.keys(frame).some((name) => !still.includes(name))))
    .map(({ target }) => target?.className ?? "");
}

/** Controls without an edge and icons without a colour, where the system chooses the colours. */
function unseen(): string[] {
  const paper = getComputedStyle(document.body).backgroundColor;
  const edged = (element: Element): boolean => {
    const style = getComputedStyle(element);
    return parseFloat(style.borderTopWidth) > 0 && style.borderTopStyle !== "none" && style.borderTopColor !== paper;
  };
  return [...document.querySelectorAll("button, select, input[type=text], .icon")]
    .filter((element) => element.checkVisibility())
    .filter((element) => (element.matches(".icon") ? getComputedStyle(element).backgroundColor === paper : !edged(element)))
    .map((element) => element.outerHTML.slice(0, 80));
}

/** What is wider than the screen or cut off; what has a scroll bar of its own may be. */
function cut(): string[] {
  const root = document.documentElement;
  const modal = document.querySelector("dialog[open]");
  // A line of text scrolls by itself.
  const apart = "pre, input, .hidden, .skip, .step-title, option, optgroup";
  const found = [...document.querySelectorAll("main *, nav *, header *, .notices *, dialog *")]
    .filter((element) => element.closest(apart) === null && element.checkVisibility())
    .filter((element) => modal === null || modal.contains(element))
    .filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      const { overflowX, overflowY } = getComputedStyle(element);
      const hides = (overflow: string, inside: number, room: number) => ["hidden", "clip"].includes(overflow) && inside > room + 1;
      return (
        right > root.clientWidth + 1 ||
        left < -1 ||
        hides(overflowX, element.scrollWidth, element.clientWidth) ||
        hides(overflowY, element.scrollHeight, element.clientHeight) ||
        (element.matches("button") && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1))
      );
    })
    .map((element) => `${element.tagName}.${element.className} ${element.textContent?.slice(0, 40)}`);
  return root.scrollWidth > root.clientWidth ? [...found, `sideways by ${root.scrollWidth - root.clientWidth}`] : found;
}

/** What is smaller than 24 by 24 pixels (WCAG 2.2, 2.5.8). A link in a line of text may be; a control is as large as its label. */
function small(): string[] {
  const modal = document.querySelector("dialog[open]");
  const isAlone = (link: Element): boolean => !link.matches("a") || link.textContent === link.parentElement?.textContent;
  return [...document.querySelectorAll("button, select, input, summary, li > a, p > a")]
    .filter((control) => isAlone(control) && control.checkVisibility() && (modal === null || modal.contains(control)))
    .map((control) => {
      const labels = [...((control as HTMLInputElement).labels ?? [])];
      // The label of a card presses from edge to edge of it.
      const card = control.closest(".card");
      const boxes = [control, ...labels, ...(card === null ? [] : [card])].map((area) => area.getBoundingClientRect());
      const width = Math.max(...boxes.map((box) => box.width));
      const height = Math.max(...boxes.map((box) => box.height));
      return { what: control.id || control.textContent || control.tagName, width, height };
    })
    .filter(({ width, height }) => width < 24 || height < 24)
    .map(({ what, width, height }) => `${what}: ${width} by ${height}`);
}

/** The spacing of text that nothing may be lost under (WCAG 1.4.12). */
function widen(wider: boolean): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-block-end: 2em !important; }
  `);
  document.adoptedStyleSheets = wider ? [sheet] : [];
}
