// The same request for other tools, beside the request body.
import { readFileSync } from "node:fs";
import { expectAccessible } from "../support/axe.ts";
import { expect, test } from "../support/test.ts";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

const PROJECT = "0123456789abcdef0123456789abcdef";

test("each tool has a tab, the sample follows the form, and the choice is remembered", async ({ form, page }) => {
  await form.open();
  await form.sample("system");
  await form.target();
  const open = page.getByRole("button", { name: "For other tools" });
  await expect(open).toHaveAttribute("aria-expanded", "false");
  await open.click();
  await expect(open).toHaveAttribute("aria-expanded", "true");
  await expect(page.getByRole("tab")).toHaveCount(13);
  const panel = page.getByRole("tabpanel");
  const sample = panel.locator("code");
  await expect(panel).toHaveAccessibleName("curl, token");
  await expect(sample).toContainText(`https://cts.cn-north-4.myhuaweicloud.com/v3/${PROJECT}/tracker`);
  expect(await sample.textContent()).toContain(await form.body());

  // By keys, around the end and on.
  await page.getByRole("tab", { selected: true }).focus();
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByRole("tab", { name: "Change ticket" })).toBeFocused();
  await expect(sample).toContainText("# Change the management tracker");
  await page.keyboard.press("Home");
  for (const key of Array(5).fill("ArrowRight") as string[]) await page.keyboard.press(key);
  await expect(panel).toHaveAccessibleName("Python");
  await expect(sample).toContainText('bucket_name="test-data-tracker"');
  await expectAccessible(page, "samples");

  // What is typed is in it at once, and the tab stays.
  await form.go("transfer");
  await form.part("/obs_info/bucket_name", "text").or(form.field("/obs_info/bucket_name")).first().fill("audit-logs");
  await expect(sample).toContainText('bucket_name="audit-logs"');

  await panel.getByRole("button", { name: "Copy the sample" }).click();
  await expect(page.locator("#samples").getByRole("status")).toHaveText("Copied.");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await sample.textContent());
  const saved = page.waitForEvent("download");
  await panel.getByRole("button", { name: "Download the sample" }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toBe("update_tracker.py");
  expect(readFileSync(await download.path(), "utf8")).toBe(copied);

  await page.reload();
  await open.click();
  await expect(panel).toHaveAccessibleName("Python");
});

test.describe("in Chinese", () => {
  test.use({ locale: "zh-CN" });

  test("notes and names are Chinese, and what an HTTP message cannot hold stands above it", async ({ form, page }) => {
    form.language = "zh-CN";
    await form.open();
    await form.sample("data");
    await page.getByRole("button", { name: "用于其他工具" }).click();
    await page.getByRole("tab", { name: "HTTP" }).click();
    const panel = page.getByRole("tabpanel");
    await expect(panel.getByRole("listitem")).toHaveText([/^未选择可用的项目 ID：/, /^未选择可用的区域：/]);
    await page.getByRole("tab", { name: "变更单" }).click();
    await expect(panel.locator("code")).toContainText("# 修改数据类追踪器");
    await expectAccessible(page, "samples in Chinese");
  });
});

test("a button of the panel keeps the focus when the request changes", async ({ form, page }) => {
  await form.open();
  await form.sample("system");
  await page.getByRole("button", { name: "For other tools" }).click();
  const panel = page.getByRole("tabpanel");
  await expect(panel.locator("code")).toContainText('"tracker_type": "system"');
  await form.choose("/tracker_type", "data");
  await expect(panel.locator("code")).toContainText('"tracker_type": "data"');
  await panel.getByRole("button", { name: "Download the sample" }).focus();
  await page.keyboard.press("Control+z");
  await expect(panel.locator("code")).toContainText('"tracker_type": "system"');
  await expect(panel.getByRole("button", { name: "Download the sample" })).toBeFocused();
});

test("without its module the panel says so and closes", async ({ form, page, faults }) => {
  faults.expect(/Failed to load resource/);
  await page.route("**/samples-*", (route) => route.abort());
  await form.open();
  const open = page.getByRole("button", { name: "For other tools" });
  await open.click();
  await expect(form.announcement).toContainText("This part of the page could not be loaded.");
  await expect(open).toHaveAttribute("aria-expanded", "false");
});
