// What the proxy says about a body. It judges by the same rules, so page and proxy have to agree
// to the word.
import { expect, type APIRequestContext } from "@playwright/test";
import type { Language } from "./words.ts";

export interface Diagnostic {
  readonly code: string;
  readonly severity: "error" | "warning" | "info";
  readonly pointer: string;
  readonly message: string;
}

/** The diagnostics of a body that has errors. Such a body is never sent on. */
export async function verdict(request: APIRequestContext, body: string, language: Language): Promise<readonly Diagnostic[]> {
  const answer = await request.put("/api/cn-north-4/v3/0123456789abcdef0123456789abcdef/tracker", {
    headers: { "X-CTS-Tracker-Form": "1", "Content-Type": "application/json", "Accept-Language": language },
    data: body,
  });
  expect(answer.status()).toBe(400);
  const { error_code, diagnostics } = (await answer.json()) as { error_code: string; diagnostics: Diagnostic[] };
  expect(error_code).toBe("PROXY.0400");
  return diagnostics;
}
