// The corpus that all ways to a verdict share (tests/corpus), in the page. A body gets in as the draft of
// a link, which opens in the page that is there already. The review lists everything there is to say, in the expected words.
//
// The page writes each body anew, so places in the text are not compared here. Left out is what no draft can hold: text
// that is no JSON object, members given twice, a type that is not one of the two, members of the other type.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "../support/test.ts";
import type { Language } from "../support/words.ts";

interface Diagnostic {
  readonly code: string;
  readonly severity: "error" | "warning" | "info";
  readonly message: string;
}

interface Case {
  readonly name: string;
  readonly text?: string;
  readonly times?: number;
  readonly spaces?: number;
  readonly context?: unknown;
}

type Members = Record<string, unknown>;

function read(name: string): string {
  return readFileSync(resolve(import.meta.dirname, "../corpus", name), "utf8");
}

function expected(language: Language): Map<string, readonly Diagnostic[]> {
  const lines = read(`expected.${language}.ndjson`).trimEnd().split("\n");
  return new Map(
    lines.map((line) => {
      const { name, diagnostics } = JSON.parse(line) as { name: string; diagnostics: Diagnostic[] };
      return [name, diagnostics];
    }),
  );
}

/** The body as a value, or nothing when no draft can hold it. */
function held({ name, text, times, spaces, context }: Case): Members | undefined {
  if (text === undefined || (times ?? spaces ?? context) !== undefined) return undefined;
  let body: Members;
  try {
    body = JSON.parse(text) as Members;
  } catch {
    return undefined;
  }
  const type = body?.tracker_type;
  if (type !== "system" && type !== "data") return undefined;
  const found = expected("en").get(name) ?? [];
  if (found.some(({ code }) => ["body-duplicate-member", "unknown-member", "read-only-member"].includes(code))) return undefined;
  const transfer = (body.obs_info ?? {}) as Members;
  const foreign =
    type === "system"
      ? ["data_bucket" in body, "bucket_lifecycle" in transfer]
      : ["management_event_selector", "is_organization_tracker", "is_support_trace_files_encryption", "kms_id"].map((member) => member in body);
  return foreign.includes(true) ? undefined : body;
}

const cases = JSON.parse(read("cases.json")) as Case[];
const drafts = cases.flatMap((one) => {
  const body = held(one);
  return body === undefined ? [] : [{ name: one.name, text: one.text ?? "", body }];
});

/** The fragment of a link to a body, as the page writes it (see `src/share.rs`). */
function link(text: string): string {
  const lines = ["cn-north-4", "0123456789abcdef0123456789abcdef", text].join("\n");
  return `#d1=${Buffer.from(lines).toString("base64url")}`;
}

// Every second one in Chinese: each message in both languages is held by the tests of the core.
for (const [half, language] of (["en", "zh-CN"] as const).entries()) {
  test.describe(language, () => {
    test.use({ locale: language });

    test(`the review says what is expected (${language})`, async ({ form, page }) => {
      test.setTimeout(120_000);
      form.language = language;
      const wanted = expected(language);
      const some = drafts.filter((_, index) => index % 2 === half);
      expect(some.length).toBeGreaterThan(30);
      await form.open();
      for (const { name, text, body } of some) {
        await page.evaluate((fragment) => (location.hash = fragment), link(text));
        await expect.poll(async () => JSON.parse(await form.body()), name).toEqual(body);
        await form.go("review");
        const seen: string[] = [];
        for (const severity of ["error", "warning", "info"] as const) {
          const messages = wanted.get(name)?.filter((found) => found.severity === severity).map(({ message }) => message) ?? [];
          // A fix that is offered comes after the message.
          const shown = await page
            .locator(`.verdict.${severity} li`)
            .evaluateAll((all) => all.map((one) => [...one.childNodes].filter(({ nodeName }) => nodeName !== "BUTTON").map(({ textContent }) => textContent).join("").trimEnd()));
          expect(shown.length, `${name}: ${severity}`).toBe(messages.length);
          // The order is that of the text, which the page writes anew.
          for (const message of messages) {
            const at = shown.findIndex((entry) => entry.endsWith(message));
            expect(at, `${name}: ${message}\n${shown.join("\n")}`).not.toBe(-1);
            seen.push(...shown.splice(at, 1));
          }
        }
        expect(seen.length, name).toBe(wanted.get(name)?.length);
      }
    });
  });
}
