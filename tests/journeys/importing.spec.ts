// Taking a request over from elsewhere: nothing is replaced before it was seen.
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expectAccessible } from "../support/axe.ts";
import { drag, importDialog, listed, paste } from "../support/import.ts";
import { published } from "../support/samples.ts";
import { expect, test } from "../support/test.ts";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

const opener = "Import …";

test("a request body is pasted, compared, taken over and taken back, by keyboard alone", async ({ form, page }) => {
  await form.open();
  await form.sample("system");
  const before = await form.body();
  await page.getByRole("button", { name: opener }).focus();
  await page.keyboard.press("Enter");
  const dialog = await importDialog(page);
  await expect(dialog.getByLabel("Text to import")).toBeFocused();
  await expectAccessible(page, "the empty dialog");
  const changed = { ...published.system, agency_name: undefined, status: "disabled", tag: { a: 1 } };
  await paste(page, JSON.stringify(changed));
  const changes = dialog.getByRole("region", { name: "What changes in the form" });
  await expect(changes.getByRole("listitem")).toHaveCount(3);
  await expect(changes.getByRole("listitem").filter({ hasText: "status" }).locator("ins")).toContainText("Disabled");
  await expect(changes.getByRole("listitem").filter({ hasText: "agency_name" }).locator("ins")).toContainText("not set");
  await expect(changes.getByRole("listitem").filter({ hasText: "tag" }).locator("ins")).toContainText('{"a":1}');
  await expect(dialog.getByRole("status")).toHaveText("3 members change.");
  await expect(dialog.locator(".unknown")).toContainText("tag");
  await expectAccessible(page, "a difference");
  expect(await form.body()).toBe(before);

  await dialog.getByRole("button", { name: "Replace" }).focus();
  await page.keyboard.press("Enter");
  await expect(dialog).toHaveCount(0);
  await form.expectBody(JSON.parse(JSON.stringify(changed)));
  await expect(form.announcement).toContainText("The import is in the form.");
  await expect(page.getByRole("button", { name: opener })).toBeFocused();
  await page.keyboard.press("Control+z");
  await expect.poll(() => form.body()).toBe(before);
});

test("a list offers its trackers, says what it leaves out, and switches the type", async ({ form, page }) => {
  await form.open();
  await form.sample("system");
  await page.getByRole("button", { name: opener }).click();
  const dialog = await importDialog(page);
  await paste(page, JSON.stringify(listed));
  const which = dialog.getByRole("group", { name: "Which tracker?" });
  await expect(which.getByRole("radio")).toHaveCount(2);
  // The one that the form has.
  await expect(which.getByRole("radio", { name: /system/ })).toBeChecked();
  await expect(dialog).toContainText("1 entry of the list is no tracker");
  await expect(dialog.locator(".unknown").last()).toContainText("create_time");
  await expectAccessible(page, "a list");
  await which.getByRole("radio", { name: /system/ }).press("ArrowDown");
  await expect(dialog).toContainText("The form switches to the other tracker type.");
  await dialog.getByRole("button", { name: "Replace" }).click();
  await form.expectBody({
    tracker_type: "data",
    tracker_name: "orders",
    status: "enabled",
    data_bucket: { data_bucket_name: "orders", data_event: ["READ"] },
  });
  await form.go("target");
  await form.choose("/tracker_type", "system");
  await form.expectBody(published.system);
});

test("members that no source lists survive a change of type and a reload", async ({ form, page }) => {
  const body = { tracker_type: "system", tracker_name: "system", tag: ["x"], obs_info: { bucket_name: "audit-logs", region: "r" } };
  await form.open();
  await page.getByRole("button", { name: opener }).click();
  const dialog = await importDialog(page);
  await paste(page, JSON.stringify(body));
  await dialog.getByRole("button", { name: "Replace" }).click();
  await form.expectBody(body);
  await form.choose("/tracker_type", "data");
  await page.reload();
  await form.expectBody({ tracker_type: "data" });
  await form.choose("/tracker_type", "system");
  await form.expectBody(body);
});

test("a file is chosen, mended where it is broken, and nothing is lost", async ({ form, page }) => {
  await form.open();
  const before = await form.body();
  await page.getByRole("button", { name: opener }).click();
  const dialog = await importDialog(page);
  const folder = mkdtempSync(join(tmpdir(), "import-"));
  const file = (name: string, content: string | Buffer): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const chooser = dialog.getByLabel("Or a file");
  const text = dialog.getByLabel("Text to import");
  const broken = '{\n  "tracker_type": "data",,\n  "tracker_name": "orders"\n}';
  await chooser.setInputFiles(file("broken.json", broken));
  await expect(text).toHaveValue(broken);
  await expect(text).toHaveAttribute("aria-invalid", "true");
  const wrong = dialog.locator("#import-fault");
  await expect(wrong).toContainText("Line 2, column 26");
  await expectAccessible(page, "text that is not JSON");
  await dialog.getByRole("button", { name: "Go to this place" }).click();
  await expect(text).toBeFocused();
  await page.keyboard.press("Backspace");
  await expect(text).toHaveValue(broken.replace(",,", ","));
  await expect(wrong).toHaveCount(0);
  await expect(dialog.getByRole("region", { name: "What changes in the form" })).toBeVisible();

  // What cannot be read leaves the text alone.
  for (const [path, words] of [
    [file("picture.json", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe])), "picture.json is no text file."],
    [file("large.json", " ".repeat((1 << 20) + 1)), "The text is longer than 1 MiB"],
  ] as const) {
    await chooser.setInputFiles(path);
    await expect(wrong).toContainText(words);
    await expect(text).toHaveValue(broken.replace(",,", ","));
  }
  // As PowerShell writes it.
  const utf16 = Buffer.from(`\ufeff${JSON.stringify({ tracker_type: "data", tracker_name: "审计" })}`, "utf16le");
  await chooser.setInputFiles(file("shell.json", utf16));
  await expect(text).toHaveValue(/审计/);
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  expect(await form.body()).toBe(before);
});

test("a file that is dragged over the page is shown its place and opens the dialog", async ({ form, page }) => {
  await form.open();
  const before = await form.body();
  await form.go("protection");
  const body = JSON.stringify(published.data);
  await drag(page, [["body.json", body]], false);
  await expect(page.getByText("Drop the file to import it")).toBeVisible();
  await drag(page, [["body.json", body]]);
  await expect(page.getByText("Drop the file to import it")).toBeHidden();
  const dialog = await importDialog(page);
  await expect(dialog.getByLabel("Text to import")).toHaveValue(body);
  await drag(page, [["one.json", "{}"], ["two.json", "{}"]]);
  await expect(dialog.locator("#import-fault")).toContainText("2 files at once are too many.");
  await expect(dialog.getByLabel("Text to import")).toHaveValue(body);
  // Also with the focus on a button the keys that paste do.
  await dialog.getByRole("button", { name: "Replace" }).focus();
  await paste(page, "curl -X PUT https://cts.example --data-raw '{\"tracker_type\":\"data\",\"tracker_name\":\"orders\"}'");
  await expect(dialog.getByRole("region", { name: "What changes in the form" })).toContainText("orders");
  await drag(page, [["empty.json", "{}"]]);
  await expect(dialog.locator("#import-fault")).toContainText("The object is empty.");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog).toHaveCount(0);
  expect(await form.body()).toBe(before);
});

test("a request that is pasted outside of fields opens the dialog, and other texts do not", async ({ form, page }) => {
  await form.open();
  await page.getByRole("heading", { level: 1 }).focus();
  await paste(page, "just words");
  // A choice takes no text, so that pasting means the page.
  await form.part("/tracker_type", "system").focus();
  await paste(page, JSON.stringify(published.data));
  const dialog = await importDialog(page);
  await expect(dialog.getByLabel("Text to import")).toHaveValue(JSON.stringify(published.data));
  await dialog.getByRole("button", { name: "Replace" }).click();
  await form.expectBody(published.data);
  await page.keyboard.press("Control+z");
  await form.choose("/tracker_type", "data");
  await form.field("/tracker_name").focus();
  await paste(page, "{name}");
  await expect(form.field("/tracker_name")).toHaveValue("{name}");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("typing says nothing before the text is left, and Replace says what is missing", async ({ form, page }) => {
  await form.open();
  await page.getByRole("button", { name: opener }).click();
  const dialog = await importDialog(page);
  const wrong = dialog.locator("#import-fault");
  const text = dialog.getByLabel("Text to import");
  await dialog.getByRole("button", { name: "Replace" }).click();
  await expect(wrong).toContainText("Paste a text or choose a file first.");
  await expect(text).toBeFocused();
  await page.keyboard.type('{"tracker');
  await expect(wrong).toHaveCount(0);
  await page.keyboard.press("Tab");
  await expect(wrong).toContainText("Line 1");
  await text.focus();
  await page.keyboard.press("End");
  await page.keyboard.type('_name": "orders"}');
  await expect(wrong).toHaveCount(0);
  await expect(dialog).toContainText("It is taken for this one: Data tracker");
  // Undo belongs to the text while it has the focus.
  const body = await form.body();
  await page.keyboard.press("Control+z");
  expect(await form.body()).toBe(body);
});

test("what an input method composes is read when it is composed, and Replace takes it over", async ({ form, page, context }) => {
  await form.open();
  await page.getByRole("button", { name: opener }).click();
  const dialog = await importDialog(page);
  const text = dialog.getByLabel("Text to import");
  const changes = dialog.getByRole("region", { name: "What changes in the form" });
  const session = await context.newCDPSession(page);
  await text.fill('{"tracker_type":"data","tracker_name":"a"}');
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await session.send("Input.imeSetComposition", { text: "shen'ji", selectionStart: 7, selectionEnd: 7 });
  await expect(text).toHaveValue(/ashen'ji/);
  await expect(changes).not.toContainText("shen");
  await session.send("Input.insertText", { text: "审计" });
  await expect(changes).toContainText("a审计");

  // One that is under way when the button is pressed is composed by that.
  await session.send("Input.imeSetComposition", { text: "x", selectionStart: 1, selectionEnd: 1 });
  await expect(text).toHaveValue(/a审计x"/);
  await expect(changes).not.toContainText("a审计x");
  await dialog.getByRole("button", { name: "Replace" }).click();
  await expect(dialog).toHaveCount(0);
  await form.expectBody({ tracker_type: "data", tracker_name: "a审计x" });
});

test("what was put into the text unnoticed is shown before it replaces anything", async ({ form, page }) => {
  await form.open();
  const before = await form.body();
  await page.getByRole("button", { name: opener }).click();
  const dialog = await importDialog(page);
  await dialog.getByLabel("Text to import").evaluate((area) => {
    (area as HTMLTextAreaElement).value = '{"tracker_type":"data","tracker_name":"unseen"}';
  });
  await dialog.getByRole("button", { name: "Replace" }).click();
  await expect(dialog.getByRole("region", { name: "What changes in the form" })).toContainText("unseen");
  expect(await form.body()).toBe(before);
  await dialog.getByRole("button", { name: "Replace" }).click();
  await form.expectBody({ tracker_type: "data", tracker_name: "unseen" });
});

test("of a curl command only the body stays, and one without a body is named", async ({ form, page }) => {
  await form.open();
  await page.getByRole("heading", { level: 1 }).focus();
  const body = JSON.stringify(published.data, undefined, 2);
  const command = (data: string): string =>
    `#!/bin/sh\n# To the cloud.\ncurl -X PUT "https://cts.example/v3/{project_id}/tracker" \\\n  -H 'X-Auth-Token: TheSecret'${data}\n`;
  await paste(page, command(` \\\n  --data-raw '${body}'`));
  const dialog = await importDialog(page);
  const text = dialog.getByLabel("Text to import");
  const wrong = dialog.locator("#import-fault");
  await expect(text).toHaveValue(body);
  // Into the text itself.
  await text.fill("");
  await paste(page, command(` -d '${body}'`));
  await expect(text).toHaveValue(body);
  await expect(wrong).toHaveCount(0);
  // Places are those of the body that is shown.
  await text.fill("");
  await paste(page, command(` -d '{,}'`));
  await expect(text).toHaveValue("{,}");
  await expect(wrong).toContainText("Line 1, column 2");
  await dialog.getByRole("button", { name: "Replace" }).focus();
  await paste(page, command(""));
  await expect(wrong).toContainText("This command holds no request.");
  await expect(text).toHaveValue("{,}");
  expect(await page.content()).not.toContain("TheSecret");
  await paste(page, command(` -d '${body}'`));
  await dialog.getByRole("button", { name: "Replace" }).click();
  await form.expectBody(published.data);
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href]));
  expect(kept).not.toContain("TheSecret");
});

const koocli = `hcloud CTS UpdateTracker \\
  --cli-region=cn-north-4 \\
  --cli-secret-key=TheSecret \\
  --tracker_type=data \\
  --tracker_name='orders' \\
  --status=disabled \\
  --obs_info.bucket_name="$BUCKET" \\
  --data_bucket.data_event.1=READ
`;

test("the options of a KooCLI command become a request, and the rest is listed without secrets", async ({ form, page }) => {
  await form.open();
  await page.getByRole("heading", { level: 1 }).focus();
  await paste(page, koocli);
  const dialog = await importDialog(page);
  const text = dialog.getByLabel("Text to import");
  const body = { tracker_type: "data", tracker_name: "orders", status: "disabled", data_bucket: { data_event: ["READ"] } };
  await expect.poll(async () => JSON.parse(await text.inputValue()) as unknown).toEqual(body);
  const left = dialog.locator(".unknown").filter({ hasText: "Not taken over" }).getByRole("listitem");
  await expect(left).toHaveText([
    "--cli-region: cn-north-4 says where and how it is sent",
    "--cli-secret-key says where and how it is sent",
    "--obs_info.bucket_name: $BUCKET its value is only known where it runs",
  ]);
  await expect(dialog.getByRole("region", { name: "What changes in the form" })).toContainText("orders");
  expect(await page.content()).not.toContain("TheSecret");
  await expectAccessible(page, "what is left of a command");

  // The list is of the command, and goes with its request.
  await text.press("End");
  await text.press("Space");
  await expect(left).toHaveCount(0);
  await text.press("Backspace");
  await expect(left).toHaveCount(3);

  // A command that does something else, and one whose request is in a file.
  const wrong = dialog.locator("#import-fault");
  await dialog.getByRole("button", { name: "Replace" }).focus();
  await paste(page, "hcloud CTS ListTrackers --cli-region=cn-north-4");
  await expect(wrong).toContainText("does not update a tracker");
  await paste(page, "hcloud CTS UpdateTracker --cli-jsonInput=update.json");
  await expect(wrong).toContainText("in the file update.json");
  await expect.poll(async () => JSON.parse(await text.inputValue()) as unknown).toEqual(body);
  await paste(page, JSON.stringify({ path: { project_id: "x" }, header: { "X-Auth-Token": "TheSecret" }, body: published.data }));
  await expect(left).toHaveText(["path says where and how it is sent", "header says where and how it is sent"]);
  expect(await page.content()).not.toContain("TheSecret");
  await dialog.getByRole("button", { name: "Replace" }).click();
  await form.expectBody(published.data);
});

const terraform = `provider "huaweicloud" {
  secret_key = "TheSecret"
}

# Who did what.
resource "huaweicloud_cts_tracker" "audit" {
  region      = "cn-north-4"
  bucket_name = "audit-logs"
  file_prefix = "\${var.prefix}-cts"
  kms_id      = "0d0466b0-e727-4d9c-b35d-f84bb474a37f"
}

resource "huaweicloud_cts_data_tracker" "orders" {
  name        = "orders"
  data_bucket = "orders"
  enabled     = false
}
`;

test("the trackers of a Terraform file are offered, and what could not be read is listed", async ({ form, page }) => {
  await form.open();
  await form.sample("data");
  await page.getByRole("heading", { level: 1 }).focus();
  await paste(page, terraform);
  const dialog = await importDialog(page);
  const which = dialog.getByRole("group", { name: "Which tracker?" });
  await expect(which.getByRole("radio")).toHaveCount(2);
  await expect(dialog).toContainText("The provider itself sends its defaults");
  const left = dialog.locator(".unknown").filter({ hasText: "Not taken over" }).getByRole("listitem");
  const expected = [
    'provider "huaweicloud" only Terraform needs it',
    'huaweicloud_cts_tracker.audit.region: "cn-north-4" only Terraform needs it',
    'huaweicloud_cts_tracker.audit.file_prefix: "${var.prefix}-cts" its value is only known where it runs',
  ];
  await expect(left).toHaveText(expected);
  await expectAccessible(page, "a Terraform file");
  await which.getByRole("radio", { name: /orders/ }).check();
  await expect(left).toHaveText(expected);
  await dialog.getByRole("button", { name: "Replace" }).click();
  await form.expectBody({ tracker_type: "data", tracker_name: "orders", status: "disabled", data_bucket: { data_bucket_name: "orders" } });

  // A fault is mended where it stands.
  await page.getByRole("button", { name: opener }).click();
  const text = dialog.getByLabel("Text to import");
  const broken = 'resource "huaweicloud_cts_tracker" "a" {\n  bucket_name: "b"\n}';
  await paste(page, broken);
  await expect(text).toHaveValue(broken);
  await expect(dialog.locator("#import-fault")).toContainText("Line 2, column 14: This cannot be read as Terraform.");
  await expectAccessible(page, "a broken Terraform file");
  await dialog.getByRole("button", { name: "Go to this place" }).click();
  await page.keyboard.press("Backspace");
  await page.keyboard.type(" =");
  await expect(dialog.locator("#import-fault")).toHaveCount(0);
  await dialog.getByRole("button", { name: "Replace" }).click();
  await form.expectBody({ tracker_type: "system", tracker_name: "system", obs_info: { bucket_name: "b" } });
  expect(await page.content()).not.toContain("TheSecret");
});

test("what the page writes for other tools it reads back", async ({ form, page }) => {
  await form.open();
  await form.sample("data");
  await form.target();
  await page.getByRole("button", { name: "For other tools" }).click();
  const samples: string[] = [];
  for (const tool of ["curl, token", "curl, AK/SK", "KooCLI", "KooCLI, file"]) {
    await page.getByRole("tab", { name: tool, exact: true }).click();
    await expect(page.getByRole("tabpanel")).toHaveAccessibleName(tool);
    samples.push((await page.getByRole("tabpanel").locator("code").textContent()) ?? "");
  }
  await form.go("target");
  await page.getByRole("button", { name: opener }).click();
  const dialog = await importDialog(page);
  for (const sample of samples) {
    await dialog.getByLabel("Text to import").fill("");
    await paste(page, sample);
    await expect(dialog.getByRole("region", { name: "What changes in the form" })).toContainText("Nothing: the form has all of it");
    const { tracker_name: name } = JSON.parse(await dialog.getByLabel("Text to import").inputValue()) as { tracker_name: string };
    expect(name).toBe(published.data.tracker_name);
  }
});

test("while a question is open no place to drop a file is shown, and none is taken", async ({ form, page }) => {
  await form.open();
  await form.choose("/tracker_type", "data");
  await form.go("review");
  await form.take("copy").click();
  const question = page.getByRole("dialog");
  await expect(question).toBeVisible();
  await drag(page, [["body.json", "{}"]], false);
  await expect(page.getByText("Drop the file to import it")).toBeHidden();
  await drag(page, [["body.json", "{}"]]);
  await expect(page.getByRole("dialog", { name: "Import", exact: true })).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(question).toHaveCount(0);
  await drag(page, [["body.json", "{}"]], false);
  await expect(page.getByText("Drop the file to import it")).toBeVisible();
});

test("without the module the page says so and can try again", async ({ form, page, faults }) => {
  faults.expect(/Failed to load resource/);
  await page.route("**/import-*.wasm", (route) => route.abort());
  await form.open();
  await page.getByRole("button", { name: opener }).click();
  await expect(form.announcement).toContainText("This part of the page could not be loaded.");
  await page.unroute("**/import-*.wasm");
  await page.getByRole("button", { name: opener }).click();
  await importDialog(page);
});

for (const [name, colorScheme, size] of [
  ["wide", "light", { width: 1280, height: 900 }],
  ["phone", "dark", { width: 320, height: 640 }],
] as const) {
  test.describe(`Chinese, ${name}`, () => {
    test.use({ locale: "zh-CN", colorScheme, viewport: size, contextOptions: { reducedMotion: "reduce" } });

    test(`Chinese, ${name}: a list and its faults`, async ({ form, page }) => {
      form.language = "zh-CN";
      await form.open();
      await page.getByRole("button", { name: "导入…" }).click();
      const dialog = await importDialog(page, "导入");
      await expectAccessible(page, "empty");
      await paste(page, JSON.stringify(listed, undefined, 2));
      await expect(dialog.getByRole("group", { name: "哪个追踪器？" })).toBeVisible();
      await expectAccessible(page, "a list");
      const wide = await dialog.evaluate((element) => element.scrollWidth - element.clientWidth);
      expect(wide).toBeLessThanOrEqual(0);
      await dialog.getByLabel("要导入的文本").fill("");
      await paste(page, terraform);
      await expect(dialog.getByRole("group", { name: "哪个追踪器？" })).toBeVisible();
      await expect(dialog.locator(".unknown").filter({ hasText: "不会导入" }).getByRole("listitem").last()).toContainText("运行时才能确定其值");
      await expect(dialog).toContainText("Provider 自身会发送默认值");
      await expectAccessible(page, "a Terraform file");
      expect(await dialog.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
      await dialog.getByLabel("要导入的文本").fill("");
      await paste(page, koocli);
      await expect(dialog.locator(".unknown").getByRole("listitem").first()).toHaveText("--cli-region：cn-north-4 说明发送的目标和方式");
      await expectAccessible(page, "a KooCLI command");
      await dialog.getByLabel("要导入的文本").fill("");
      await paste(page, "{'tracker_type'");
      await expect(dialog.locator("#import-fault")).toContainText("第 1 行第 2 列：");
      await expectAccessible(page, "a fault");
      await page.keyboard.press("Escape");
      await drag(page, [["a.json", "{}"]], false);
      await expect(page.getByText("松开以导入文件")).toBeVisible();
      await expectAccessible(page, "a file over the page");
    });
  });
}
