// Sending on the real stack: page, proxy and the stand-in of the cloud.
import { current, project } from "../support/current.ts";
import { expect, testWithOwnProxy as test } from "../support/test.ts";
import { published } from "../support/samples.ts";

// Firefox does not tell Playwright the body of a request.
test("a management tracker is changed, and reading it back shows it", { tag: "@chromium" }, async ({ form, page, request }) => {
  await form.open();
  await form.target();
  await form.sample("system");
  await form.target();
  const before = await current(request, "system");
  expect(before["obs_info"]).toMatchObject({ bucket_name: "audit-archive" });

  const body = await form.body();
  await form.go("review");
  await form.button("send").click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("It goes to the stand-in. No cloud is touched.");
  await expect(dialog).toContainText(`PUT /api/cn-north-4/v3/${project}/tracker`);
  expect(await dialog.locator("pre").textContent()).toBe(body);
  const sent = page.waitForRequest((request) => request.method() === "PUT");
  await form.button("sendNow").click();
  const request_ = await sent;
  expect(request_.postData()).toBe(body);
  expect(await request_.headerValue("x-cts-tracker-form")).toBe("1");
  expect(await request_.headerValue("content-type")).toBe("application/json");

  await expect(form.answer.getByRole("heading", { name: "The change was made" })).toBeFocused();
  const answer = await (await request_.response())?.allHeaders();
  await expect(form.answer).toContainText(answer?.["x-request-id"] ?? "no request id");
  await expect(form.answer).toContainText("200");
  await expect(form.answer).toContainText(/\d+ ms/);

  const after = await current(request, "system");
  expect(after["obs_info"]).toMatchObject({ bucket_name: "test-data-tracker", file_prefix_name: "11" });
  expect(after["is_support_validate"]).toBe(false);
  expect(await form.body(), "the draft stays").toBe(body);
});

test("a data tracker is changed", async ({ form, request }) => {
  await form.open();
  await form.sample("data");
  await form.target();
  await form.go("recording");
  await form.choose("/status", "enabled");
  await form.field("/data_bucket/data_bucket_name").fill("tracked-bucket");
  await form.go("transfer");
  await form.choose("/obs_info", "bucket");
  await form.field("/obs_info/bucket_name").fill("orders-audit");
  await form.choose("/obs_info/bucket_lifecycle", "90");
  await form.send();
  await expect(form.answer.getByRole("heading", { name: "The change was made" })).toBeVisible();
  const after = await current(request, "data-tracker-name");
  expect(after["obs_info"]).toMatchObject({ bucket_name: "orders-audit", bucket_lifecycle: 90 });
});

test("a refusal of the cloud is shown at the member until it is edited", async ({ form, page, faults, request }) => {
  faults.expect(/status of 400/);
  await form.open();
  await form.target();
  await form.go("transfer");
  await form.choose("/obs_info", "bucket");
  // A data tracker of the stand-in records this bucket, which the page cannot know.
  await form.field("/obs_info/bucket_name").fill("tracked-bucket");
  const body = await form.body();
  await form.send();
  await expect(form.answer.getByRole("heading", { name: "The request was refused" })).toBeFocused();
  await expect(form.answer).toContainText("CTS.0213");
  await expect(form.answer).toContainText("Correct the request before you send it again.");
  await expect(form.summary).toContainText("CTS.0213");

  await form.answer.getByRole("link", { name: "Transfer bucket" }).click();
  const bucket = form.field("/obs_info/bucket_name");
  await expect(bucket).toBeFocused();
  await expect(bucket).toHaveAttribute("aria-invalid", "true");
  await expect(form.findings("/obs_info/bucket_name")).toContainText("CTS.0213");
  expect(await form.body()).toBe(body);

  await bucket.fill("orders-audit");
  await expect(form.findings("/obs_info/bucket_name")).toHaveCount(0);
  await form.send();
  await expect(form.answer.getByRole("heading", { name: "The change was made" })).toBeVisible();
  expect((await current(request, "system"))["obs_info"]).toMatchObject({ bucket_name: "orders-audit" });
});

test("what the proxy does not know it refuses, and says so", async ({ form, faults }) => {
  faults.expect(/status of 404/);
  await form.open();
  await form.field("/path/project_id").selectOption({ label: "Another project …" });
  await form.field("/path/project_id").fill("00000000000000000000000000000000");
  await form.field("/region").selectOption("cn-north-4");
  await form.go("recording");
  await form.choose("/status", "enabled");
  await form.send();
  await expect(form.answer).toContainText("404");
  await expect(form.answer).toContainText("PROXY.0404");
  await expect(form.answer).toContainText("Choose a region and a project that the proxy is set up for.");
});

test("an invalid request is not sent", async ({ form, page }) => {
  await form.open();
  await form.target();
  await form.go("transfer");
  await form.choose("/obs_info", "bucket");
  await form.field("/obs_info/bucket_name").fill("Bad");
  await form.go("review");
  let asked = false;
  page.on("request", (request) => (asked ||= request.method() === "PUT"));
  await form.button("send").click();
  await expect(form.summary).toBeFocused();
  await expect(form.summary.getByRole("link")).toHaveText(["Use lower-case letters, digits, - and full stops only."]);
  await expect(page.getByRole("dialog")).toHaveCount(0);
  expect(asked).toBe(false);
});

test("a proxy that is gone is a lost connection, and the draft survives it and a reload", async ({ form, page, faults, ownProxy }) => {
  faults.expect(/ERR_CONNECTION_REFUSED/);
  await form.open();
  await form.sample("system");
  await form.target();
  await form.go("review");
  await ownProxy.stop();
  await form.button("send").click();
  await form.button("sendNow").click();
  await expect(form.answer.getByRole("heading", { name: "No answer: the connection failed" })).toBeFocused();
  await expect(form.answer).toContainText("the change may have been made");
  await form.expectBody(published.system);
  // There is nobody to reload from: the draft is in the storage.
  const kept = await page.evaluate(() => localStorage.getItem("cts-tracker-form"));
  expect(kept).toContain("test-data-tracker");
});

test("the draft, the target and the step survive a reload", async ({ form, page }) => {
  await form.open();
  await form.sample("data");
  await form.target();
  await form.choose("/tracker_type", "system");
  await form.go("transfer");
  await form.choose("/obs_info", "bucket");
  await form.field("/obs_info/bucket_name").fill("kept-bucket");
  const body = await form.body();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "Transfer" })).toBeVisible();
  await expect.poll(() => form.body()).toBe(body);
  await expect(form.field("/obs_info/bucket_name")).toHaveValue("kept-bucket");
  await form.go("target");
  await expect(form.field("/path/project_id")).toHaveValue(project);
  await expect(form.field("/region")).toHaveValue("cn-north-4");
  await form.choose("/tracker_type", "data");
  await form.expectBody(published.data);
});

test("an answer about a member of the other type marks nothing that is not there", async ({ form, page, faults }) => {
  faults.expect(/status of 400/);
  await form.open();
  await form.target();
  await form.go("transfer");
  await form.choose("/obs_info", "bucket");
  // The stand-in has no bucket whose name begins like this, and says so with the code for tracked buckets.
  await form.field("/obs_info/bucket_name").fill("missing-bucket");
  await form.send();
  await expect(form.answer).toContainText("CTS.0211");
  await expect(form.answer).not.toContainText("Members concerned");
  await expect(form.summary).toHaveCount(0);
  const steps = page.getByRole("navigation", { name: "Steps" });
  await expect(steps.getByRole("button", { name: "Recording" })).not.toContainText("error");
});

test("every link of the review leads to something that can be changed", { tag: "@chromium" }, async ({ form, page }) => {
  await form.open();
  for (const kind of ["system", "data"] as const) {
    await form.sample(kind);
    await form.go("transfer");
    await form.choose("/obs_info", kind === "system" ? "omit" : "stop");
    await form.go("review");
    await page.locator("main details").evaluateAll((all) => all.forEach((one) => ((one as HTMLDetailsElement).open = true)));
    const links = await page.getByRole("main").getByRole("link").count();
    expect(links).toBeGreaterThan(10);
    for (let at = 0; at < links; at += 1) {
      await form.go("review");
      await page.locator("main details").evaluateAll((all) => all.forEach((one) => ((one as HTMLDetailsElement).open = true)));
      const link = page.getByRole("main").getByRole("link").nth(at);
      const name = await link.textContent();
      const leadsToText = (await link.getAttribute("href")) === "#request-text";
      await link.click();
      if (leadsToText) {
        // What concerns no field has its place in the request as text.
        await expect(page.locator("#request-text"), `${kind} ${name}`).toBeFocused();
        await page.getByRole("button", { name: "Done", exact: true }).click();
        await expect(form.preview).toBeVisible();
        continue;
      }
      await expect(page.getByRole("heading", { level: 1, name: "Review" }), `${kind} ${name}`).toHaveCount(0);
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.closest("main .field, main h1") !== null), { message: `${kind} ${name}` })
        .toBe(true);
    }
  }
});
