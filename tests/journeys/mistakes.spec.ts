// A mistake is shown at the member that causes it, in time and no longer than it is one.
import { expect, test } from "../support/test.ts";
import { verdict } from "../support/verdict.ts";
import { words, type Language } from "../support/words.ts";
import { typed } from "../support/wrong.ts";

for (const [at, { member, code, type, before, part, wrong, mended }] of typed.entries()) {
  // Every second one in Chinese: all rules in both languages are held by the tests of the core.
  const language: Language = at % 2 === 0 ? "en" : "zh-CN";
  test.describe(language, () => {
    test.use({ locale: language });

    test(`${code}: ${member} "${wrong.slice(0, 20)}"`, async ({ form, request }) => {
      form.language = language;
      await form.open();
      await form.target();
      await form.choose("/tracker_type", type);
      if (type === "data" && member !== "/tracker_name") {
        await form.field("/tracker_name").fill("orders-tracker");
      }
      await before?.(form);
      const line = part === undefined ? form.field(member) : form.part(member, part);
      const errors = form.findings(member);

      await line.click();
      await line.pressSequentially(wrong.length > 40 ? wrong.slice(0, 5) : wrong);
      if (wrong.length > 40) {
        await line.fill(wrong);
      }
      await expect(errors, "nothing is red while somebody types").toHaveCount(0);
      await expect(line).not.toHaveAttribute("aria-invalid", "true");

      await line.blur();
      const said = await verdict(request, await form.body(), language);
      const diagnostic = said.find((found) => found.code === code);
      expect(diagnostic?.pointer, JSON.stringify(said)).toBe(member);
      await expect(errors).toHaveCount(1);
      await expect(errors).toContainText(diagnostic?.message ?? "no such diagnostic");
      await expect(errors).toContainText(words[language].error);
      await expect(line).toHaveAttribute("aria-invalid", "true");
      const described = (await line.getAttribute("aria-describedby")) ?? "";
      expect(described.split(" ")).toContain(`field${member.replaceAll("/", "-")}-grave-0`);

      await line.fill(mended);
      await expect(errors, "mended, so nothing is red").toHaveCount(0);
      await expect(line).not.toHaveAttribute("aria-invalid", "true");
      await line.blur();
      await expect(errors).toHaveCount(0);
    });
  });
}

test("a mistake that is shown goes away on the keystroke that mends it, not later", async ({ form }) => {
  await form.open();
  await form.go("transfer");
  await form.choose("/obs_info", "bucket");
  const line = form.field("/obs_info/bucket_name");
  await line.fill("ab");
  await line.blur();
  await expect(form.findings("/obs_info/bucket_name")).toHaveCount(1);
  await line.focus();
  await line.press("End");
  await line.press("-");
  await expect(line).toHaveValue("ab-");
  await expect(form.findings("/obs_info/bucket_name")).toHaveCount(0);
  await expect(line).toBeFocused();
});

test("what is required and missing is said when the step is submitted", async ({ form, page }) => {
  await form.open();
  await form.choose("/tracker_type", "data");
  await expect(page.locator(".finding.error")).toHaveCount(0);
  await form.next();

  await expect(form.summary).toBeFocused();
  await expect(page).toHaveTitle(/^Error: Target/);
  await expect(form.summary.getByRole("link")).toHaveText([
    "Choose the region. It is part of the address.",
    "Enter the project id. It is part of the path.",
    "Enter the tracker name. Both tracker types need it.",
  ]);
  for (const pointer of ["/region", "/path/project_id", "/tracker_name"]) {
    await expect(form.findings(pointer)).toHaveCount(1);
  }

  // Each link takes the focus to its member.
  await form.summary.getByRole("link", { name: /region/ }).click();
  await expect(form.field("/region")).toBeFocused();
  await form.summary.getByRole("link", { name: /tracker name/ }).click();
  await expect(form.field("/tracker_name")).toBeFocused();
  await page.keyboard.type("orders");
  await expect(form.findings("/tracker_name")).toHaveCount(0);
  await expect(form.summary.getByRole("link")).toHaveCount(2);

  await form.field("/path/project_id").selectOption("0123456789abcdef0123456789abcdef");
  await expect(form.summary).toHaveCount(0);
  await expect(page).toHaveTitle(/^Target/);
  await form.next();
  await expect(page.getByRole("heading", { level: 1, name: "Recording" })).toBeFocused();
});

test("a project id and a region that are typed are judged as well", async ({ form }) => {
  await form.open();
  await form.field("/path/project_id").selectOption({ label: "Another project …" });
  const project = form.field("/path/project_id");
  await project.focus();
  await project.blur();
  await expect(form.findings("/path/project_id")).toContainText("Enter the project id");
  await project.fill("cn-north-4");
  await expect(form.findings("/path/project_id")).toHaveCount(0);
  await project.blur();
  await expect(form.findings("/path/project_id", "warning")).toContainText("normally has 32 characters");
  await project.fill("0123456789abcdef0123456789abcdef");
  await project.blur();
  await expect(form.findings("/path/project_id", "warning")).toHaveCount(0);

  await form.field("/region").selectOption({ label: "Another region …" });
  const region = form.field("/region");
  await region.focus();
  await region.blur();
  await expect(form.findings("/region")).toContainText("Choose the region");
  await region.fill("eu-de");
  await region.blur();
  await expect(form.findings("/region")).toHaveCount(0);
});

test("what is required of choices is said at the choice", async ({ form }) => {
  await form.open();
  await form.choose("/tracker_type", "data");
  await form.go("recording");
  await form.choose("/status", "enabled");
  await form.choose("/data_bucket", "send");
  await form.tick("/data_bucket/data_event", "READ");
  await form.part("/data_bucket/data_event", "READ").uncheck();
  await expect(form.findings("/data_bucket/data_event")).toContainText("Choose READ, WRITE or both.");
  await form.part("/data_bucket/data_event", "WRITE").check();
  await expect(form.findings("/data_bucket/data_event")).toHaveCount(0);

  const name = form.field("/data_bucket/data_bucket_name");
  await name.focus();
  await name.blur();
  await expect(form.findings("/data_bucket/data_bucket_name")).toContainText("Enter the name of the tracked bucket.");
  await name.fill("orders");
  await expect(form.findings("/data_bucket/data_bucket_name")).toHaveCount(0);

  await form.go("transfer");
  await form.choose("/obs_info", "bucket");
  await expect(form.findings("/obs_info"), "only just asked for").toHaveCount(0);
  await form.choose("/obs_info/is_obs_created", "true");
  await expect(form.findings("/obs_info/is_obs_created")).toContainText("Enter the name of the bucket to create.");
  await form.field("/obs_info/bucket_name").fill("orders-audit");
  await expect(form.findings("/obs_info/is_obs_created")).toHaveCount(0);
});

test("an empty obs_info is refused at the question", async ({ form, page }) => {
  await form.open();
  await form.go("transfer");
  await form.choose("/obs_info", "bucket");
  await form.next();
  await expect(form.summary).toContainText("An empty obs_info wiped the transfer settings");
  await form.summary.getByRole("link").first().click();
  await expect(page.locator('[id="field-obs_info"] input:checked')).toBeFocused();
  await form.choose("/obs_info", "omit");
  await expect(form.summary).toHaveCount(0);
});

test("encryption asks for its key", async ({ form }) => {
  await form.open();
  await form.go("protection");
  await form.choose("/is_support_trace_files_encryption", "true");
  await form.choose("/kms_id", "empty");
  await expect(form.findings("/kms_id")).toContainText("Enter the key id. It is needed when encryption is on.");
  await form.set("/kms_id", "0d0466b0-e727-4d9c-b35d-f84bb474a37f");
  await expect(form.findings("/kms_id")).toHaveCount(0);
});

test("warnings are told from errors by word, mark and place", async ({ form, page }) => {
  await form.open();
  await form.target();
  await form.go("recording");
  await form.choose("/status", "disabled");
  const warning = form.findings("/status", "warning");
  await expect(warning).toContainText("Warning: The tracker stops recording");
  await expect(warning.locator(".icon-warning")).toBeVisible();
  await expect(form.findings("/status")).toHaveCount(0);
  const steps = page.getByRole("navigation", { name: "Steps" });
  await expect(steps.getByRole("button", { name: "Recording" })).toContainText("1 warning");
  // A warning does not stand in the way.
  await form.next();
  await expect(page.getByRole("heading", { level: 1, name: "Transfer" })).toBeVisible();
  await form.choose("/obs_info", "bucket");
  await form.field("/obs_info/bucket_name").fill("Wrong");
  await form.field("/obs_info/bucket_name").blur();
  await expect(steps.getByRole("button", { name: "Transfer" })).toContainText("1 error");
  await form.choose("/obs_info", "stop");
  await expect(form.findings("/obs_info/bucket_name", "warning")).toContainText("An empty bucket name ends the transfer");
});

test("the whole request is judged, not the step that is open", async ({ form, page }) => {
  await form.open();
  await form.target();
  await form.go("transfer");
  await form.choose("/obs_info", "bucket");
  await form.field("/obs_info/bucket_name").fill("A");
  await form.go("review");
  const errors = page.locator(".verdict.error");
  await expect(errors).toContainText("Errors (1)");
  await errors.getByRole("link", { name: "Transfer bucket" }).click();
  await expect(form.field("/obs_info/bucket_name")).toBeFocused();
  await form.field("/obs_info/bucket_name").fill("audit-logs");
  await form.go("review");
  await expect(errors).toHaveCount(0);
});
