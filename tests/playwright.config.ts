// Set-up of the browser journeys. `cargo xtask test --only browser` builds the page and the proxy and calls this with
//   CTS_PROXY     the program cts-proxy
//   CTS_PAGE      the folder of the finished page
//   CTS_CHROMIUM  the browser; unset: the one that Playwright installed
//   CTS_TRACE     set: a journey that fails leaves a trace
//   CTS_FIREFOX   a Firefox for some of the journeys; unset: none
// By hand: `cargo xtask test --only browser` once, then in tests/ `npx playwright test NAME`; the defaults below fit.
import { defineConfig } from "@playwright/test";
import { existsSync } from "node:fs";
import { resolve } from "node:path";

const proxy = process.env.CTS_PROXY ?? resolve("../target/debug/cts-proxy");
const page = process.env.CTS_PAGE ?? resolve("../dist");
const chromium = process.env.CTS_CHROMIUM ?? ["/usr/bin/chromium", "/usr/bin/google-chrome"].find(existsSync);
const firefox = process.env.CTS_FIREFOX;
const quoted = (path: string) => JSON.stringify(path);

export default defineConfig({
  testDir: "journeys",
  outputDir: "results",
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  // A journey that needs a second try has a fault, in it or in the page.
  retries: 0,
  workers: 2,
  timeout: 60_000,
  reporter: [["list"], ["json", { outputFile: "report/report.json" }]],
  use: {
    // The proxy says its address on standard output (see webServer); CTS_URL is set from there.
    baseURL: process.env.CTS_URL,
    // Every journey fails on a page that breaks its content security policy, so it is never bypassed.
    bypassCSP: false,
    // It would answer what a journey wants to answer itself. The journeys about it allow it.
    serviceWorkers: "block",
    screenshot: "only-on-failure",
    // Costs a fifth of the time, so it is made only for who asks for it.
    trace: process.env.CTS_TRACE === undefined ? "off" : "retain-on-failure",
  },
  projects: [
    {
      name: "chromium",
      use: {
        browserName: "chromium",
        launchOptions: {
          executablePath: chromium,
          // The page is ours and on this machine. In containers the browser's sandbox often cannot start.
          chromiumSandbox: false,
          args: [
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
          ],
        },
      },
    },
    // The main way through the page once more, in another engine. An unchanged Firefox, by WebDriver BiDi.
    ...(firefox === undefined
      ? []
      : [
          {
            name: "firefox",
            testMatch: /(keyboard|sending|drafts|recovery)\.spec\.ts/,
            grepInvert: /@chromium/,
            timeout: 120_000,
            use: {
              browserName: "firefox" as const,
              channel: "moz-firefox",
              launchOptions: { executablePath: firefox },
              // Playwright takes them with a style of its own, which the content policy of the page refuses there.
              screenshot: "off" as const,
            },
          },
        ]),
  ],
  // The real proxy on a free port, without credentials: it starts its stand-in of the cloud.
  webServer: {
    command: `exec ${quoted(proxy)} --page ${quoted(page)} --listen 127.0.0.1:0`,
    wait: { stdout: /listening on (?<cts_url>http:\/\/\S+)/ },
    stdout: "ignore",
    stderr: "pipe",
    timeout: 30_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 5_000 },
  },
});
