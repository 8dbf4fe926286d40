// What the page says about answers, and about none.
import type { Route } from "@playwright/test";
import { answers } from "../support/answers.ts";
import { expect, test } from "../support/test.ts";
import type { Form } from "../support/form.ts";

const calls = "**/api/**/tracker";

/** A draft that is ready to be sent, on the page that shows the answer. */
async function ready(form: Form): Promise<string> {
  await form.open();
  await form.target();
  await form.go("recording");
  await form.choose("/status", "enabled");
  return await form.body();
}

for (const { name, status, headers, body, title, says, silent } of answers) {
  test(name, async ({ form, page, faults }) => {
    if (status >= 400) {
      faults.expect(new RegExp(`status of ${status}`));
    }
    let sent = 0;
    await page.route(calls, async (route: Route) => {
      sent += 1;
      await route.fulfill({ status, headers: headers ?? {}, body });
    });
    const draft = await ready(form);
    await form.send();
    await expect(form.answer.getByRole("heading", { name: title })).toBeFocused();
    await expect(form.answer).toContainText(String(status));
    for (const text of says) {
      await expect(form.answer).toContainText(text);
    }
    for (const text of silent ?? []) {
      await expect(form.answer).not.toContainText(text);
    }
    await expect(page).toHaveTitle(/CTS Tracker Form$/);
    expect(await form.body(), "the draft stays").toBe(draft);
    await page.reload();
    await expect.poll(() => form.body()).toBe(draft);
    expect(sent, "nothing is sent twice by itself").toBe(1);
  });
}

for (const [name, reason, fault] of [
  ["reset", "connectionreset", /ERR_CONNECTION_RESET/],
  ["offline", "internetdisconnected", /ERR_INTERNET_DISCONNECTED/],
] as const) {
  test(`a connection that is ${name}`, async ({ form, page, faults }) => {
    faults.expect(fault);
    await page.route(calls, (route) => route.abort(reason));
    const draft = await ready(form);
    await form.send();
    await expect(form.answer.getByRole("heading", { name: "No answer: the connection failed" })).toBeFocused();
    await expect(form.answer).toContainText("Read the tracker back before you send again.");
    expect(await form.body()).toBe(draft);
    // The way back is open: the same request can be sent again.
    await page.unroute(calls);
    await page.route(calls, (route) => route.fulfill({ status: 200, body: "" }));
    await form.send();
    await expect(form.answer.getByRole("heading", { name: "The change was made" })).toBeVisible();
  });
}

test("after 30 seconds without an answer the page stops waiting and says what that means", async ({ form, page }) => {
  let release: (() => void) | undefined;
  const held = new Promise<void>((done) => (release = done));
  await page.route(calls, async (route) => {
    await held;
    await route.abort().catch(() => {});
  });
  await page.clock.install();
  const draft = await ready(form);
  await form.send();
  await expect(page.getByRole("progressbar", { name: "Sending …" })).toBeVisible();
  await expect(form.announcement).toContainText("Sending …");
  await page.clock.runFor(29_000);
  await expect(page.getByRole("progressbar")).toBeVisible();
  await page.clock.runFor(1_500);
  await expect(form.answer.getByRole("heading", { name: "No answer within 30 seconds" })).toBeFocused();
  await expect(form.answer).toContainText("The change may have been made.");
  expect(await form.body()).toBe(draft);
  release?.();
});

test("whoever does not want to wait stops it", async ({ form, page }) => {
  let release: (() => void) | undefined;
  const held = new Promise<void>((done) => (release = done));
  await page.route(calls, async (route) => {
    await held;
    await route.abort().catch(() => {});
  });
  const draft = await ready(form);
  await form.send();
  const failed = page.waitForEvent("requestfailed");
  await form.button("stopWaiting").click();
  expect((await failed).method(), "the request is broken off").toBe("PUT");
  await expect(form.answer.getByRole("heading", { name: "You stopped waiting" })).toBeFocused();
  await expect(form.answer).toContainText("the change may have been made");
  expect(await form.body()).toBe(draft);
  release?.();
});

test("the question before sending can be refused, also by the Escape key", async ({ form, page }) => {
  let sent = 0;
  page.on("request", (request) => (sent += request.method() === "PUT" ? 1 : 0));
  await ready(form);
  await form.go("review");
  await form.button("send").click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(form.button("send")).toBeFocused();
  await form.button("send").click();
  await form.button("cancel").click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(form.button("send")).toBeFocused();
  expect(sent).toBe(0);
});

test("an answer whose explanation cannot be loaded is shown as it came", async ({ form, page, faults }) => {
  faults.expect(/ERR_FAILED/);
  await page.route("**/answers-*", (route) => route.abort());
  await page.route(calls, (route) =>
    route.fulfill({ status: 200, headers: { "X-Request-Id": "req-1" }, body: '{"error_code":"CTS.0200"}' }),
  );
  const draft = await ready(form);
  await form.send();
  await expect(form.answer.getByRole("heading", { name: "It is not clear whether the change was made" })).toBeFocused();
  for (const text of ["200", "req-1", "CTS.0200", "could not be loaded", "read the tracker back"]) {
    await expect(form.answer).toContainText(text);
  }
  expect(await form.body()).toBe(draft);
  // The next answer tries again.
  await page.unroute("**/answers-*");
  await form.send();
  await expect(form.answer).toContainText("the body holds an error");
});

test("what the proxy found out about a refused signature explains the answer of the cloud", async ({ form, page, faults }) => {
  faults.expect(/401/);
  const message = "Incorrect IAM authentication information: verify aksk signature fail, canonicalRequest:PUT|";
  let difference = "none";
  await page.route(calls, (route) =>
    route.fulfill({
      status: 401,
      headers: { "X-Request-Id": "req-1", "X-CTS-Signature-Difference": difference },
      body: JSON.stringify({ error_code: "APIGW.0301", error_msg: message }),
    }),
  );
  await ready(form);
  await form.send();
  await expect(form.answer).toContainText("the secret key does not belong to the access key");
  difference = 'line 4: sent "host:a", the cloud saw "host:b"';
  await form.send();
  await expect(form.answer).toContainText("changed between the proxy and the cloud");
  await form.answer.locator("summary").click();
  await expect(form.answer).toContainText(`x-cts-signature-difference: ${difference}`);
});
