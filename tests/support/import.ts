// What is given to the page to import: by the clipboard, and by files that are dragged over it.
import type { Locator, Page } from "@playwright/test";
import { expect } from "./test.ts";

export const listed = {
  trackers: [
    {
      id: "a1",
      create_time: 1,
      domain_id: "d",
      tracker_type: "system",
      tracker_name: "system",
      status: "disabled",
      lts: { is_lts_enabled: true },
      obs_info: { bucket_name: "audit-logs", is_authorized_bucket: true },
      tag: ["x"],
    },
    { tracker_type: "data" },
    { id: "a2", tracker_type: "data", tracker_name: "orders", status: "enabled", data_bucket: { data_bucket_name: "orders", data_event: ["READ"] } },
  ],
};

/** Puts a text into the clipboard and presses the keys that paste it. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((content) => navigator.clipboard.writeText(content), text);
  await page.keyboard.press("Control+v");
}

/** Drags files over the page, as a browser tells of it, and drops them if that is wanted. */
export async function drag(page: Page, files: readonly (readonly [name: string, content: string])[], drop = true): Promise<void> {
  await page.evaluate(
    ({ files, drop }) => {
      const dataTransfer = new DataTransfer();
      for (const [name, content] of files) {
        dataTransfer.items.add(new File([content], name, { type: "application/json" }));
      }
      for (const type of drop ? ["dragenter", "dragover", "drop"] : ["dragenter", "dragover"]) {
        document.querySelector("main, #import")?.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
      }
    },
    { files, drop },
  );
}

/** The dialog once it is open. */
export async function importDialog(page: Page, name = "Import"): Promise<Locator> {
  const dialog = page.getByRole("dialog", { name, exact: true });
  await expect(dialog).toBeVisible();
  return dialog;
}
