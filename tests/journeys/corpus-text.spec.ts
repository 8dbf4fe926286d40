// The corpus that all ways to a verdict share (tests/corpus), typed into the editor of the page: every text, also one that
// no form can show. The editor lists what is wrong in the order of the text, each with its line and its message.
//
// Left out are bodies that need something besides the text, those made of bytes that are no text, very large ones,
// and carriage returns, which fields of browsers do not keep.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "../support/test.ts";

interface Diagnostic {
  readonly severity: "error" | "warning" | "info";
  readonly message: string;
  readonly range: { readonly start: { readonly line: number } } | null;
}

interface Case {
  readonly name: string;
  readonly text?: string;
  readonly times?: number;
  readonly spaces?: number;
  readonly context?: unknown;
}

function read(name: string): string {
  return readFileSync(resolve(import.meta.dirname, "../corpus", name), "utf8");
}

const cases = (JSON.parse(read("cases.json")) as Case[]).flatMap(({ name, text, times, spaces, context }) =>
  text === undefined || (times ?? spaces ?? context) !== undefined || text.includes("\r") ? [] : [{ name, text }],
);

for (const [half, language] of (["en", "zh-CN"] as const).entries()) {
  test.describe(language, () => {
    test.use({ locale: language });

    test(`the editor says what is expected, at its line (${language})`, async ({ form, page }) => {
      test.setTimeout(180_000);
      form.language = language;
      const lines = read(`expected.${language}.ndjson`).trimEnd().split("\n");
      const wanted = new Map(
        lines.map((line) => {
          const { name, diagnostics } = JSON.parse(line) as { name: string; diagnostics: Diagnostic[] };
          const shown = diagnostics.filter(({ range }) => range !== null);
          const entry = ({ severity, message, range }: Diagnostic) => `${severity} ${range?.start.line} ${message}`;
          const grave = shown.filter(({ severity }) => severity !== "info");
          return [name, [...grave, ...shown.filter(({ severity }) => severity === "info")].map(entry)] as const;
        }),
      );
      await form.open();
      await page.locator("#edit-text").click();
      const area = page.locator("#request-text");
      const some = cases.filter((_, index) => index % 2 === half);
      expect(some.length).toBeGreaterThan(40);
      for (const { name, text } of some) {
        await area.fill(text);
        await area.blur();
        await expect
          .poll(
            () =>
              page.locator(".text-problems .finding").evaluateAll((all) =>
                all.map((one) => {
                  const severity = [...one.classList].find((word) => word !== "finding");
                  const line = one.querySelector("[data-do^='go-']")?.textContent?.replace(/\D/g, "");
                  return `${severity} ${line} ${one.querySelector("p > span")?.textContent}`;
                }),
              ),
            name,
          )
          .toEqual(wanted.get(name));
        await expect(area, name).toHaveValue(text);
      }
    });
  });
}
