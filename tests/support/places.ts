// Every step, panel, question, mistake and answer of the page, for tests that look at all of them. A place is what is
// there after doing something; a tour is one visit with several places. A new panel is one line.
import { expect, type Page } from "@playwright/test";
import type { Form } from "./form.ts";
import { listed } from "./import.ts";
import { faulty, openBody } from "./link.ts";
import { steps } from "./words.ts";

export interface Place {
  readonly name: string;
  readonly reach: (form: Form) => Promise<unknown>;
}

export interface Tour {
  readonly name: string;
  /** What the page may say in the console on this tour. */
  readonly faults?: readonly RegExp[];
  /** How the server answers on this tour, before the page is opened. */
  readonly before?: (page: Page) => Promise<unknown>;
  readonly places: readonly Place[];
}

const place = (name: string, reach: (form: Form) => Promise<unknown>): Place => ({ name, reach });
const long = "a".repeat(63);
const put = "**/api/**/tracker";
const list = "**/api/**/trackers";

const walk = (kind: "system" | "data"): Place[] => [
  place("the first sight", () => Promise.resolve()),
  place("a sample with everything", async (form) => {
    await form.sample(kind);
    await form.target();
    await form.go("transfer");
    await form.choose("/obs_info", "bucket");
    await form.field("/obs_info/bucket_name").fill("audit-logs");
    await form.set("/obs_info/file_prefix_name", "nightly");
    await form.go("protection");
    if (kind === "system") await form.set("/kms_id", "0d0466b0-e727-4d9c-b35d-f84bb474a37f");
  }),
  ...steps.map((step) => place(step, (form) => form.go(step))),
  place("review, all open", (form) => unfold(form)),
];

/** Shows what is folded. */
async function unfold(form: Form): Promise<void> {
  await form.page.locator("main details").evaluateAll((all) => all.forEach((one) => ((one as HTMLDetailsElement).open = true)));
}

/** The list of trackers that the proxy gives. */
async function askForTrackers(form: Form): Promise<void> {
  await form.target();
  await form.page.locator(".trackers button").first().click();
  await expect(tracker(form, "data-tracker-name")).toBeVisible();
}

const tracker = (form: Form, name: string) => form.page.locator(".tracker-list > li").filter({ hasText: name });
const buttonOf = (form: Form, name: string, index: number) => tracker(form, name).getByRole("button").nth(index);

/** A server that keeps a request waiting until the next place lets go. */
class Server {
  private release: (() => void) | undefined;

  async hold(page: Page): Promise<void> {
    const held = new Promise<void>((done) => (this.release = done));
    await page.unroute(put);
    await page.route(put, async (route) => {
      await held;
      await route.fulfill({
        status: 400,
        headers: { "X-Request-Id": "f".repeat(64), "content-type": "application/json" },
        body: JSON.stringify({ error_code: "CTS.0231", error_msg: `no bucket ${"b".repeat(200)}` }),
      });
    });
  }

  letGo(): void {
    this.release?.();
  }
}
const server = new Server();

async function answered(form: Form): Promise<void> {
  await expect(form.answer.locator("#answer-heading")).toBeFocused();
}

async function resend(form: Form, reply: { status: number; body: string; contentType?: string } | "abort"): Promise<void> {
  await form.page.unroute(put);
  await form.page.route(put, (route) => (reply === "abort" ? route.abort() : route.fulfill(reply)));
  await form.send();
  await answered(form);
}

export const tours: readonly Tour[] = [
  { name: "a management tracker", places: walk("system") },
  { name: "a data tracker", places: walk("data") },
  {
    name: "mistakes",
    places: [
      place("a summary", async (form) => {
        await form.choose("/tracker_type", "data");
        await form.next();
        await expect(form.summary).toBeFocused();
      }),
      place("another region, another project", async (form) => {
        await form.field("/region").selectOption("*");
        await form.field("/path/project_id").selectOption("*");
      }),
      place("errors and warnings at choices", async (form) => {
        await form.go("recording");
        await form.choose("/status", "disabled");
        await form.choose("/data_bucket", "send");
        await form.tick("/data_bucket/data_event");
        await form.next();
      }),
      place("long names", async (form) => {
        await form.go("transfer");
        await form.choose("/obs_info", "bucket");
        await form.field("/obs_info/bucket_name").fill(`${long}X`);
        await form.set("/obs_info/file_prefix_name", `${long}${long}`);
        await form.choose("/obs_info/bucket_lifecycle", "other");
        await form.next();
      }),
      place("a question before copying", async (form) => {
        await form.take("copy").click();
        await expect(form.page.getByRole("dialog")).toBeVisible();
      }),
      place("the review of mistakes", async (form) => {
        await form.button("showErrors").click();
        await form.go("review");
        await unfold(form);
      }),
      place("the stopped transfer", async (form) => {
        await form.go("transfer");
        await form.choose("/obs_info", "stop");
      }),
    ],
  },
  {
    name: "fixes",
    places: [
      place("fixes in the summary and at the member", async (form) => {
        await openBody(form.page, faulty);
        await form.go("recording");
        await form.next();
        await expect(form.summary.locator(".mend-all")).toBeVisible();
        await expect(form.field("/status").locator(".fix")).toBeVisible();
      }),
      place("fixes in the review", async (form) => {
        await form.go("review");
        await unfold(form);
        await expect(form.page.locator(".verdict.error .fix")).toHaveCount(4);
      }),
    ],
  },
  {
    name: "the request as text",
    places: [
      place("the text", async (form) => {
        await form.page.locator("#edit-text").click();
        await expect(form.page.locator("#request-text")).toBeFocused();
      }),
      place("problems in a list and at the caret", async (form) => {
        await form.page.locator("#request-text").fill(JSON.stringify({ ...faulty, [long]: long }, undefined, 2));
        await expect(form.page.locator(".text-problems .finding.error").first()).toBeVisible();
        await form.page.locator(".text-problems details").evaluateAll((all) => all.forEach((one) => ((one as HTMLDetailsElement).open = true)));
        await form.page.keyboard.press("F8");
        await expect(form.page.locator("#request-text-card")).toBeVisible();
      }),
      place("a text that is broken", async (form) => {
        await form.page.locator("#request-text").fill(`{ "${long}": `);
        await expect(form.page.locator(".stuck")).toBeVisible();
      }),
    ],
  },
  {
    name: "importing",
    places: [
      place("the dialog", async (form) => {
        await form.page.locator("div.start button").last().click();
        await expect(form.page.locator("#import-text")).toBeFocused();
      }),
      place("a list of trackers", async (form) => {
        await form.page.locator("#import-text").fill(JSON.stringify(listed, undefined, 2));
        await expect(form.page.locator("#import-tracker-0")).toBeChecked();
      }),
      place("another one, of the other type", (form) => form.page.locator("#import-tracker-1").check()),
      place("a type that was guessed", (form) => form.page.locator("#import-text").fill(JSON.stringify({ tag: long }))),
      place("no JSON", async (form) => {
        await form.page.locator("#import-text").fill(`{${long}${long}`);
        await form.page.keyboard.press("Tab");
        await expect(form.page.locator("#import-fault")).toBeVisible();
      }),
    ],
  },
  {
    name: "trackers as they are",
    faults: [/status of 403/],
    places: [
      place("the list", (form) => askForTrackers(form)),
      place("a loaded tracker", (form) => buttonOf(form, "data-tracker-name", 0).click()),
      place("what changes, and what is left out", async (form) => {
        await form.go("recording");
        await form.choose("/status", "disabled");
        await form.go("transfer");
        await form.choose("/obs_info", "omit");
      }),
      place("consequences that are not agreed to", async (form) => {
        await form.go("review");
        await form.button("send").click();
        await form.button("sendNow").click();
        await expect(form.page.getByRole("dialog").getByRole("checkbox").first()).toBeFocused();
      }),
      place("no list", async (form) => {
        await form.button("cancel").click();
        await form.page.route(list, (route) =>
          route.fulfill({ status: 403, json: { error_code: "CTS.0013", error_msg: "No permission." } }),
        );
        await form.go("target");
        await form.page.locator(".trackers button").first().click();
        await expect(form.page.locator(".trackers .finding.warning")).toBeVisible();
      }),
      place("drafts by name, and an announcement", async (form) => {
        await unfold(form);
        await form.page.locator("#draft-name").fill(long.slice(3));
        await form.page.locator("#draft-name").press("Enter");
        await expect(form.announcement).not.toBeEmpty();
      }),
    ],
  },
  {
    name: "sending",
    faults: [/status of 400/, /status of 500/, /ERR_FAILED/],
    before: (page) => server.hold(page),
    places: [
      place("a question before sending", async (form) => {
        await form.sample("system");
        await form.target();
        await form.go("review");
        await form.button("send").click();
        await expect(form.page.getByRole("dialog")).toBeVisible();
      }),
      place("waiting", async (form) => {
        await form.agree();
        await form.button("sendNow").click();
        await expect(form.page.getByRole("progressbar")).toBeVisible();
      }),
      place("refused", async (form) => {
        server.letGo();
        await answered(form);
        await unfold(form);
      }),
      place("the field that is to blame", async (form) => {
        await form.answer.getByRole("link").first().click();
        await expect(form.findings("/obs_info/bucket_name")).toHaveCount(1);
      }),
      place("taken, and not as expected", (form) => resend(form, { status: 200, body: "" })),
      place("not clear", (form) => resend(form, { status: 500, body: "<html>long</html>", contentType: "text/html" })),
      place("no answer", (form) => resend(form, "abort")),
      place("what was sent", (form) => unfold(form)),
      place("a question before the history is deleted", async (form) => {
        await form.page.locator(".history .buttons button").last().click();
        await expect(form.page.getByRole("dialog")).toBeVisible();
      }),
    ],
  },
  {
    name: "a preview",
    faults: [/404/],
    before: (page) => page.route("**/config.json", (route) => route.fulfill({ status: 404 })),
    places: [
      place("no proxy", (form) => form.page.locator(".notices details").evaluate((one) => ((one as HTMLDetailsElement).open = true))),
      place("nothing to send to", (form) => form.go("review")),
    ],
  },
  {
    name: "settings that cannot be used",
    before: (page) => page.route("**/config.json", (route) => route.fulfill({ body: "{" })),
    places: [place("a warning", () => Promise.resolve())],
  },
];
