// What every journey gets: a page whose faults are counted, and after the test the demand that
// there was none. Console errors, uncaught errors and broken content policies are faults.
import { test as base, expect as plainExpect, type ConsoleMessage, type Page } from "@playwright/test";
import { Form } from "./form.ts";
import { startProxy, type Proxy } from "./proxy.ts";

/** Waits long enough for a busy machine. */
export const expect = plainExpect.configure({ timeout: 10_000 });

/** What went wrong in a page besides what the journey looks at. */
export class Faults {
  private readonly found: string[] = [];
  private readonly expected: RegExp[] = [];

  /** `isTold`: whether this browser writes to the console that a request failed. */
  constructor(private readonly isTold: boolean) {}

  /** A fault that this journey provokes. It has to occur. */
  expect(pattern: RegExp): void {
    this.expected.push(pattern);
  }

  watch(page: Page): void {
    page.on("console", (message: ConsoleMessage) => {
      // Said by Playwright where a journey keeps the service worker away.
      if (message.text().startsWith("Service Worker registration blocked")) {
        return;
      }
      if (message.type() === "error" || message.type() === "warning") {
        this.found.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
      }
    });
    page.on("pageerror", (error) => this.found.push(`uncaught: ${error.message}`));
  }

  judge(): void {
    const wrong = this.found.filter((fault) => !this.expected.some((pattern) => pattern.test(fault)));
    expect(wrong, "faults in console or content policy").toEqual([]);
    const missing = this.isTold ? this.expected.filter((pattern) => !this.found.some((fault) => pattern.test(fault))) : [];
    expect(missing.map(String), "faults this journey provokes").toEqual([]);
  }
}

/** Writes each broken content policy to the console, where `Faults` finds it. */
export function reportViolations(): void {
  document.addEventListener("securitypolicyviolation", (event) => {
    console.error(`content policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
  });
}

type Fixtures = { faults: Faults; form: Form };

export const test = base.extend<Fixtures>({
  // Long enough for a busy machine; a step that takes longer is a fault.
  actionTimeout: 10_000,
  faults: async ({ browserName }, use) => {
    await use(new Faults(browserName === "chromium"));
  },
  page: async ({ page, faults }, use) => {
    faults.watch(page);
    await page.addInitScript(reportViolations);
    await use(page);
    faults.judge();
  },
  form: async ({ page }, use) => {
    await use(new Form(page));
  },
});

/** Journeys that change trackers: each has a proxy and a stand-in of its own. */
export const testWithOwnProxy = test.extend<{ ownProxy: Proxy }>({
  ownProxy: async ({}, use) => {
    const proxy = await startProxy();
    await use(proxy);
    await proxy.stop();
  },
  baseURL: async ({ ownProxy }, use) => {
    await use(ownProxy.address);
  },
});
