// The form as a person meets it. Members are named by their JSON pointer, as in the reference.
import { expect as plainExpect, type Locator, type Page } from "@playwright/test";
import { words, type Language, type Step } from "./words.ts";

const expect = plainExpect.configure({ timeout: 10_000 });

export class Form {
  language: Language = "en";

  constructor(readonly page: Page) {}

  /** Opens the page and waits until it works and knows its settings. */
  async open(path = "./"): Promise<void> {
    await this.page.goto(path);
    await expect(this.preview).toBeVisible();
    // Both with the stand-in and without a proxy the page says so once it has read its settings.
    await expect(this.page.locator(".notices .notice").first()).toBeVisible();
  }

  get preview(): Locator {
    return this.page.locator("#preview-text");
  }

  get summary(): Locator {
    return this.page.locator("#error-summary");
  }

  get answer(): Locator {
    return this.page.getByRole("region").filter({ has: this.page.locator("#answer-heading") });
  }

  get announcement(): Locator {
    return this.page.getByRole("status");
  }

  /** The text that would be copied, saved and sent. */
  async body(): Promise<string> {
    return (await this.preview.textContent()) ?? "";
  }

  /** Waits until the body has this value. */
  async expectBody(value: unknown): Promise<void> {
    await expect.poll(async () => JSON.parse(await this.body())).toEqual(value);
  }

  async go(step: Step): Promise<void> {
    const { steps, stepList } = words[this.language];
    await this.page.getByRole("navigation", { name: stepList }).getByRole("button", { name: steps[step] }).click();
    await expect(this.page.getByRole("heading", { level: 1, name: steps[step], exact: true })).toBeVisible();
  }

  async next(): Promise<void> {
    await this.button("next").click();
  }

  button(name: "next" | "back" | "send" | "sendNow" | "stopWaiting" | "cancel" | "copyAnyway" | "downloadAnyway" | "showErrors"): Locator {
    return this.page.getByRole("button", { name: words[this.language][name], exact: true });
  }

  /** Copy and Download stand beside the preview, and in the review once more. */
  take(name: "copy" | "download"): Locator {
    return this.page.locator(".preview").getByRole("button", { name: words[this.language][name], exact: true });
  }

  /** The control or the group of a member; `/region` is the region. */
  field(pointer: string): Locator {
    return this.page.locator(`[id="${id(pointer)}"]`);
  }

  /** What is wrong with a member, in the words shown at it. */
  findings(pointer: string, severity: "error" | "warning" | "info" = "error"): Locator {
    return this.page.locator(`[id="${id(pointer)}-findings"] .finding.${severity}`);
  }

  /** Chooses one of the radio buttons of a member. */
  async choose(pointer: string, name: string): Promise<void> {
    const control = `[id="${id(pointer)}-${name}"]`;
    // Of a card all of its face is the label.
    await this.page.locator(`label[for="${id(pointer)}-${name}"], label:has(${control})`).click();
    await expect(this.page.locator(control)).toBeChecked();
  }

  /** One control of a group, by the end of its id. */
  part(pointer: string, name: string): Locator {
    return this.page.locator(`[id="${id(pointer)}-${name}"]`);
  }

  async tick(pointer: string, ...items: string[]): Promise<void> {
    await this.choose(pointer, "send");
    for (const item of items) {
      await this.part(pointer, item).check();
    }
  }

  /** Chooses to set a text that may also be empty or left out, and types it. */
  async set(pointer: string, text: string): Promise<void> {
    await this.choose(pointer, "set");
    await this.part(pointer, "text").fill(text);
  }

  /** Chooses a project of the proxy, which chooses its region as well. */
  async target(project = "0123456789abcdef0123456789abcdef"): Promise<void> {
    await this.go("target");
    await this.field("/path/project_id").selectOption(project);
    await expect(this.field("/region")).not.toHaveValue("");
  }

  /** Fills the form with one of the published samples, the quick way. */
  async sample(kind: "system" | "data"): Promise<void> {
    await this.go("target");
    const { sampleManagement, sampleData } = words[this.language];
    await this.page.getByRole("button", { name: kind === "system" ? sampleManagement : sampleData }).click();
    await expect.poll(() => this.body()).toContain("agency_name");
  }

  /** From the review to the answer, or to why there is none. Agrees to every consequence. */
  async send(): Promise<void> {
    await this.go("review");
    await this.button("send").click();
    await this.agree();
    await this.button("sendNow").click();
  }

  /** Ticks every consequence of the open question. */
  async agree(): Promise<void> {
    const dialog = this.page.getByRole("dialog");
    await expect(dialog).toBeVisible();
    for (const box of await dialog.getByRole("checkbox").all()) {
      await box.check();
    }
  }
}

function id(pointer: string): string {
  return `field${pointer.replaceAll("/", "-")}`;
}
