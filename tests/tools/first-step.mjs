// Finds the functions of the page's program that the first step does not need, for the build to put them into the part
// that is loaded later. It opens a page that was built to be watched, fills in the first step in both languages, and
// writes the names of all functions that were never called.
//
//   node tests/tools/first-step.mjs ADDRESS > xtask/bundler/src/split/uncalled.txt
//
// ADDRESS is a cts-proxy that serves a page made with `page-bundler build --fast --watch`.
import { chromium } from "@playwright/test";

const address = process.argv[2];
if (address === undefined) {
  throw new Error("usage: node first-step.mjs ADDRESS");
}
const browser = await chromium.launch({
  executablePath: process.env.CTS_CHROMIUM ?? "/usr/bin/chromium",
  chromiumSandbox: false,
  args: ["--disable-gpu"],
});

/** Settings with everything, unlike those of the stand-in in number. */
const ONE_PROJECT = {
  proxy: { base: "/api" },
  regions: ["cn-north-4"],
  projects: [{ id: "0123456789abcdef0123456789abcdef", name: "Audit", region: "cn-north-4" }],
  language: "zh-CN",
};

/** Whether each function was called, by its label. */
const called = new Map();
for (const locale of ["en-GB", "zh-CN", "fr-FR"]) {
  for (const settings of [undefined, { proxy: { base: "/api" } }, { proxy: { base: "/api" }, regions: ["cn-north-4"] }, ONE_PROJECT, null]) {
    const context = await browser.newContext({ locale });
    const page = await context.newPage();
    if (settings !== undefined) {
      await page.route("**/config.json", (route) => (settings === null ? route.fulfill({ status: 404 }) : route.fulfill({ json: settings })));
    }
    await page.addInitScript(() => {
      // As in a page in parts, where what the first step does not need never comes.
      const [rest, part] = [() => {}, () => new Promise(() => {})];
      Object.defineProperty(globalThis, "loadRest", { get: () => rest, set() {} });
      Object.defineProperty(globalThis, "loadPart", { get: () => part, set() {} });
      addEventListener("TrunkApplicationStarted", (event) => {
        globalThis.program = event.detail.wasm;
      });
    });
    const ready = () => page.locator("#preview-text").waitFor();
    const collect = async () => {
      const marks = await page.evaluate(() =>
        Object.entries(globalThis.program)
          .filter(([name]) => name.startsWith("?"))
          .map(([name, mark]) => [name.slice(name.indexOf(" ") + 1), mark.value]),
      );
      for (const [name, mark] of marks) {
        called.set(name, called.get(name) === true || mark !== 0);
      }
    };
    await page.goto(address);
    await ready();
    await fillIn(page);
    await collect();
    // With a draft that was kept.
    await page.reload();
    await ready();
    await fillIn(page);
    await collect();
    await context.close();
  }
}
await browser.close();
// For whoever looks why the first step waits: what was called of our own code.
process.stderr.write(`${[...called].filter(([name, was]) => was && name.includes("cts_tracker")).map(([name]) => name).sort().join("\n")}\n`);
const names = [...called].filter(([name, was]) => !was && name !== "").map(([name]) => name);
process.stdout.write(`${names.sort().join("\n")}\n`);

/** What a person does in the first step. */
async function fillIn(page) {
  const field = (pointer) => page.locator(`[id="field-${pointer}"]`);
  for (const type of ["data", "system", "data"]) {
    await page.locator(`[id="field-tracker_type-${type}"]`).check({ force: true });
  }
  const name = field("tracker_name");
  await name.fill("");
  await name.pressSequentially("orders trail");
  await name.blur();
  await name.fill("orders-trail");
  const region = page.locator("select").first();
  await region.selectOption({ index: 1 });
  for (const line of await page.locator("main input[type=text]:visible").all()) {
    await line.click();
    await line.press("End");
    await line.pressSequentially("0");
    await line.blur();
  }
  for (const select of await page.locator("main select:visible").all()) {
    await select.selectOption({ index: 1 });
  }
}
