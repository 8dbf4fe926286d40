// Typing with an input method, as for Chinese: in every line of text nothing is lost, nothing is red too early, and the
// caret stays where it is.
import type { CDPSession } from "@playwright/test";
import type { Form } from "../support/form.ts";
import { expect, test } from "../support/test.ts";

interface Line {
  readonly name: string;
  /** The id of the line. */
  readonly id: string;
  /** The member, as the body has it; nothing for what is not in the body. */
  readonly member?: RegExp;
  /** The pointer of the member that mistakes are shown at. */
  readonly pointer?: string;
  readonly reach: (form: Form) => Promise<unknown>;
}

const bucket = async (form: Form): Promise<void> => {
  await form.go("transfer");
  await form.choose("/obs_info", "bucket");
};
const data = (form: Form): Promise<void> => form.choose("/tracker_type", "data");

const lines: readonly Line[] = [
  { name: "the tracker name", id: "field-tracker_name", member: /"tracker_name": "(.*)"/, pointer: "/tracker_name", reach: data },
  {
    name: "the tracked bucket",
    id: "field-data_bucket-data_bucket_name",
    member: /"data_bucket_name": "(.*)"/,
    pointer: "/data_bucket/data_bucket_name",
    reach: async (form) => {
      await data(form);
      await form.go("recording");
      await form.choose("/data_bucket", "send");
    },
  },
  { name: "the transfer bucket", id: "field-obs_info-bucket_name", member: /"bucket_name": "(.*)"/, pointer: "/obs_info/bucket_name", reach: bucket },
  {
    name: "the file prefix",
    id: "field-obs_info-file_prefix_name-text",
    member: /"file_prefix_name": "(.*)"/,
    pointer: "/obs_info/file_prefix_name",
    reach: (form) => bucket(form).then(() => form.choose("/obs_info/file_prefix_name", "set")),
  },
  {
    name: "the retention",
    id: "field-obs_info-bucket_lifecycle-text",
    member: /"bucket_lifecycle": "?([^",\n]*)/,
    pointer: "/obs_info/bucket_lifecycle",
    reach: async (form) => {
      await data(form);
      await bucket(form);
      await form.choose("/obs_info/bucket_lifecycle", "other");
    },
  },
  {
    name: "the key",
    id: "field-kms_id-text",
    member: /"kms_id": "(.*)"/,
    pointer: "/kms_id",
    reach: (form) => form.go("protection").then(() => form.choose("/kms_id", "set")),
  },
  { name: "another region", id: "field-region", pointer: "/region", reach: (form) => form.field("/region").selectOption("*") },
  { name: "another project", id: "field-path-project_id", pointer: "/path/project_id", reach: (form) => form.field("/path/project_id").selectOption("*") },
  { name: "the name of a draft", id: "draft-name", reach: (form) => form.page.locator("details.start > summary").click() },
];

/** Shows a composition in the line, as an input method does while it is typed. */
async function compose(session: CDPSession, text: string): Promise<void> {
  await session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
}

for (const { name, id, member, pointer, reach } of lines) {
  test(`composing in ${name} loses nothing and is not disturbed`, async ({ form, page, context }) => {
    await form.open();
    await reach(form);
    const line = page.locator(`[id="${id}"]`);
    const caret = () => line.evaluate((input) => (input as HTMLInputElement).selectionStart);
    const sent = async () => (member === undefined ? undefined : member.exec(await form.body())?.[1]);
    const errors = pointer === undefined ? page.locator(".finding.error") : form.findings(pointer);
    const session = await context.newCDPSession(page);

    // In the middle of what stands there.
    await line.fill("");
    await line.pressSequentially("adt");
    await page.keyboard.press("ArrowLeft");
    const before = await sent();
    for (const text of ["s", "sh", "shen", "shen'ji"]) {
      await compose(session, text);
      await expect(line).toHaveValue(`ad${text}t`);
      expect(await caret()).toBe(2 + text.length);
      expect(await sent(), "nothing is told before it is composed").toBe(before);
      await expect(errors, "nothing is red before it is composed").toHaveCount(0);
    }
    await session.send("Input.insertText", { text: "审计" });
    await expect(line).toHaveValue("ad审计t");
    expect(await caret()).toBe(4);
    if (member !== undefined) {
      await expect.poll(sent).toBe("ad审计t");
    }
    await expect(errors, "nothing is red before the line is left").toHaveCount(0);

    // A composition that is given up leaves what was there.
    await compose(session, "rizhi");
    await compose(session, "");
    await expect(line).toHaveValue("ad审计t");
    expect(await caret()).toBe(4);

    // One that is under way when the line is left is taken as it is.
    await compose(session, "x");
    await line.blur();
    await expect(line).toHaveValue("ad审计xt");
    if (member !== undefined) {
      await expect.poll(sent).toBe("ad审计xt");
    }
  });
}

test("a mistake that is shown goes away when an input method mends it", async ({ form, page, context }) => {
  await form.open();
  await form.choose("/tracker_type", "data");
  const line = form.field("/tracker_name");
  await line.fill("审计");
  await line.blur();
  await expect(form.findings("/tracker_name")).toHaveCount(1);
  const session = await context.newCDPSession(page);
  await line.focus();
  await page.keyboard.press("Control+A");
  await compose(session, "sj");
  await expect(form.findings("/tracker_name"), "it stays while it is composed").toHaveCount(1);
  await session.send("Input.insertText", { text: "sj2026" });
  await expect(form.findings("/tracker_name")).toHaveCount(0);
  await expect.poll(() => form.body()).toContain('"tracker_name": "sj2026"');
});

test("the key that ends a composition does not submit the step", async ({ form, page, context }) => {
  await form.open();
  await form.choose("/tracker_type", "data");
  await form.field("/tracker_name").click();
  const session = await context.newCDPSession(page);
  await compose(session, "audit");
  // What the browser gets while the input method takes the key.
  for (const type of ["rawKeyDown", "keyUp"] as const) {
    await session.send("Input.dispatchKeyEvent", { type, key: "Process", code: "Enter", windowsVirtualKeyCode: 229 });
  }
  await session.send("Input.insertText", { text: "audit" });
  await expect(form.field("/tracker_name")).toHaveValue("audit");
  await expect(form.summary).toHaveCount(0);
  await expect(form.field("/tracker_name")).toBeFocused();
});
