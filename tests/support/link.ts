// A draft in the address, also one that the form itself would not let anybody make.
import { expect, type Page } from "@playwright/test";

export const project = "0123456789abcdef0123456789abcdef";

/** Opens a body in the page that is there. Without a region and a project those of the page stay. */
export async function openBody(page: Page, body: object, [region, id] = ["eu-de", project]): Promise<void> {
  const digits = Buffer.from(`${region}\n${id}\n${JSON.stringify(body)}`).toString("base64url");
  await page.evaluate((fragment) => (location.hash = fragment), `#d1=${digits}`);
  const preview = page.locator("#preview-text");
  await expect.poll(async () => JSON.parse((await preview.textContent()) ?? "")).toEqual(body);
}

/** A body with an error that is mended safely in each of three steps, and one that stops recording. */
export const faulty = {
  tracker_type: "system",
  tracker_name: "System",
  agency_name: "cts_admin",
  status: "Disabled",
  is_lts_enabled: true,
  is_support_validate: "true",
};

/** The same after all safe fixes. */
export const mended = { ...faulty, tracker_name: "system", agency_name: "cts_admin_trust", is_support_validate: true };
