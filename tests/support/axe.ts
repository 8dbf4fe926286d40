// Accessibility: no finding of axe on what is visible.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";

interface Axe {
  run(context: Document, options: object): Promise<{ violations: Violation[] }>;
}
interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: unknown; readonly failureSummary?: string }[];
}

const script = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Findings of all rules, or of the named ones. The page has no frames, so axe runs right in it, which is several times faster. */
async function findings(page: Page, rules: readonly string[]): Promise<string[]> {
  if (await page.evaluate(() => !("axe" in window))) {
    await page.evaluate(script);
  }
  const violations = await page.evaluate(async (values) => {
    // The announcement goes away after some seconds: it is measured while it is seen in full.
    for (const animation of document.getAnimations()) {
      const { target } = animation.effect as KeyframeEffect;
      if (target?.className === "toast") {
        animation.pause();
        animation.currentTime = 0;
      }
    }
    const { axe } = window as unknown as { axe: Axe };
    const runOnly = values.length === 0 ? {} : { runOnly: { type: "rule", values } };
    return (await axe.run(document, { resultTypes: ["violations"], ...runOnly })).violations;
  }, rules);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target} ${node.failureSummary}`).join("; ")}`);
}

/** No finding of axe, of all its rules or only of the named ones. Goes on, so that one run tells all places. */
export async function expectAccessible(page: Page, place: string, ...rules: string[]): Promise<void> {
  expect.soft(await findings(page, rules), `axe: ${place}`).toEqual([]);
}
