// Accessibility: no finding of axe on what is visible.
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

export async function expectAccessible(page: Page, place: string): Promise<void> {
  // The announcement goes away after some seconds: it is measured while it is seen in full.
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) {
      const { target } = animation.effect as KeyframeEffect;
      if (target?.className === "toast") {
        animation.pause();
        animation.currentTime = 0;
      }
    }
  });
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target} ${node.failureSummary}`).join("; ")}`);
  // Goes on, so that one run tells all places.
  expect.soft(found, `axe: ${place}`).toEqual([]);
}
