// One load of a page in a browser of its own, with a slow network and a slow processor, and some keystrokes after it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

/** 1.6 Mbit/s down, 750 kbit/s up, 150 ms to the first byte: slow 4G as Lighthouse has it. */
export const NETWORK = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
/** How much slower the processor is. */
export const SLOWER = 4;
const PATIENCE = 120_000;
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Runs in the page before everything else: notes what the browser reports, and when a field can be used. */
function watch([field, running]) {
  const seen = { paint: 0, largest: 0, shift: 0, longest: 0, tasks: 0 };
  Object.assign(window, { seen });
  const observe = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  observe('paint', (entry) => {
    if (entry.name === 'first-contentful-paint') seen.paint = entry.startTime;
  });
  observe('largest-contentful-paint', (entry) => (seen.largest = entry.startTime));
  observe('layout-shift', (entry) => {
    if (!entry.hadRecentInput) seen.shift += entry.value;
  });
  observe('longtask', (entry) => {
    seen.longest = Math.max(seen.longest, entry.duration);
    seen.tasks += 1;
  });
  const find = (root, selector) => {
    const here = [...root.querySelectorAll(selector)].find((one) => one.checkVisibility() && one.closest('[inert]') === null);
    if (here !== undefined) return here;
    for (const host of root.querySelectorAll('*')) {
      const inside = host.shadowRoot === null ? undefined : find(host.shadowRoot, selector);
      if (inside !== undefined) return inside;
    }
    return undefined;
  };
  const tick = () => {
    if (find(document, field) !== undefined && (running === null || document.querySelector(running) !== null)) seen.usable = performance.now();
    else requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
}

/** Runs in the page: measures from each key to the frame in which verdict or body is another one. */
function time([error, body]) {
  const isWrong = () => [...document.querySelectorAll(error)].some((one) => one.textContent.trim() !== '' && one.checkVisibility());
  const text = () => (body === null ? undefined : document.querySelector(body)?.textContent);
  const times = { shown: [], gone: [], body: [] };
  Object.assign(window, { times });
  window.seen.longest = 0;
  let pressed = 0;
  let was = { wrong: isWrong(), text: text() };
  let open = { verdict: false, body: false };
  document.addEventListener('keydown', ({ timeStamp }) => {
    pressed = timeStamp;
    open = { verdict: true, body: true };
  }, true);
  const painted = (list) => {
    const since = pressed;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => list.push(performance.now() - since);
      port2.postMessage(0);
    });
  };
  new MutationObserver(() => {
    const now = { wrong: isWrong(), text: text() };
    if (open.verdict && now.wrong !== was.wrong) {
      open.verdict = false;
      painted(now.wrong ? times.shown : times.gone);
    }
    if (open.body && now.text !== was.text) {
      open.body = false;
      painted(times.body);
    }
    was = now;
  }).observe(document.documentElement, { subtree: true, childList: true, characterData: true, attributes: true });
}

/** Makes a mistake in the name of the bucket and mends it, some times. */
async function type(page, contender, rounds) {
  const { line, error, body, showsWhileTyping, prepare } = contender;
  await prepare?.(page);
  const field = page.locator(line).first();
  const wrong = page.locator(error).filter({ visible: true, hasText: /\S/ });
  await field.scrollIntoViewIfNeeded();
  await field.click();
  await page.evaluate(time, [error, body ?? null]);
  const pause = () => page.waitForTimeout(200);
  for (let round = 0; round < rounds; round += 1) {
    await field.focus();
    await page.keyboard.press('End');
    await page.keyboard.press('A');
    await pause();
    if (!showsWhileTyping) {
      await field.blur();
    }
    await wrong.first().waitFor({ timeout: PATIENCE });
    await field.focus();
    await page.keyboard.press('End');
    await pause();
    await page.keyboard.press('Backspace');
    await wrong.first().waitFor({ state: 'hidden', timeout: PATIENCE });
    await pause();
  }
  const { times, longest } = await page.evaluate(() => ({ times: window.times, longest: window.seen.longest }));
  return { ...times, longestTask: longest };
}

/** Files and bytes that were asked for before the first field could be used, and in all. */
function weigh(taken, early) {
  const sum = (paths) => paths.reduce((sum, path) => sum + (taken.get(path) ?? 0), 0);
  const first = [...new Set(early)].filter((path) => taken.has(path));
  return { files: first.length, bytes: sum(first), allFiles: taken.size, allBytes: sum([...taken.keys()]) };
}

/** Loads a page once. Gives times in milliseconds. */
export async function load(contender, server, program, rounds) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-page-'));
  const context = await chromium.launchPersistentContext(folder, { executablePath: program, headless: true, viewport: { width: 1280, height: 900 }, args: ARGUMENTS });
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    const faults = [];
    page.on('pageerror', (error) => faults.push(error.message));
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', NETWORK);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    await page.addInitScript(watch, [contender.field, contender.running ?? null]);
    server.taken();
    // A browser that was just started has other things to do.
    await page.waitForTimeout(1_500);
    await page.goto(server.address, { waitUntil: 'load', timeout: PATIENCE });
    await page.waitForFunction(() => window.seen.usable !== undefined, null, { timeout: PATIENCE });
    await page.waitForLoadState('networkidle', { timeout: PATIENCE });
    await page.waitForTimeout(1_000);
    const start = await page.evaluate(() => ({ ...window.seen }));
    const early = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter(({ startTime }) => startTime < window.seen.usable)
        .map(({ name }) => new URL(name).pathname),
    );
    const weight = weigh(server.taken(), ['/', ...early]);
    const keys = contender.line === undefined ? undefined : await type(page, contender, rounds);
    if (faults.length > 0) throw new Error(`${contender.name}: ${faults.join('; ')}`);
    return { start, weight, keys };
  } finally {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
