// The keyboard as the only way.
import { expect, type Locator, type Page } from "@playwright/test";

/** Presses Tab until a control has the focus. Fails when it is not reached, or has no visible focus. */
export async function tabTo(page: Page, control: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  for (let pressed = 0; pressed < 60; pressed += 1) {
    await page.keyboard.press(key);
    if (await control.evaluate((element) => element === document.activeElement)) {
      const seen = await control.evaluate((element) => {
        const drawn = (shown: Element) => {
          const { outlineStyle, outlineWidth } = getComputedStyle(shown);
          return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
        };
        const around = [element, element.nextElementSibling, ...((element as HTMLInputElement).labels ?? []), element.closest(".card")];
        return around.some((shown) => shown !== null && drawn(shown));
      });
      expect(seen, `visible focus at ${String(control)}`).toBe(true);
      return;
    }
  }
  throw new Error(`Tab does not reach ${String(control)}`);
}
