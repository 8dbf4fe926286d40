// Pages in Chromium, served under a strict content security policy.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { after } from 'node:test';
import { chromium } from '@playwright/test';

const POLICY = [
  "default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "connect-src 'self'", "worker-src 'self'",
  "base-uri 'none'", "form-action 'none'",
].join('; ');

/** Stricter still. It refuses to load a worker or a chunk from a plain address, which pages and bundlers do. */
const TRUSTED_TYPES = "; require-trusted-types-for 'script'; trusted-types 'none'";

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript', '.wasm': 'application/wasm' };

/** Serves a folder on loopback and returns its address. `wasmType` is the type that modules are sent with. */
async function serve(folder, wasmType, policy) {
  const server = createServer(async (request, response) => {
    try {
      const path = normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname));
      const content = await readFile(join(folder, path === '/' ? 'index.html' : path));
      const type = extname(path) === '.wasm' ? wasmType : TYPES[extname(path) || '.html'];
      response.writeHead(200, { 'Content-Type': type ?? 'text/plain', 'Content-Security-Policy': policy });
      response.end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  after(() => server.close());
  return `http://127.0.0.1:${server.address().port}/`;
}

const browser = await chromium.launch({
  executablePath: process.env.CTS_CHROMIUM || undefined,
  chromiumSandbox: false,
  args: ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
after(() => browser.close());

/** Opens the page of a folder and returns what it said with `document.title`, and whatever went wrong. */
export async function open(folder, { wasmType = 'application/wasm', loadsScripts = false } = {}) {
  const page = await browser.newPage();
  const faults = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    // Chromium asks every site for an icon; that one is not there.
    if (message.type() === 'error' && !message.location().url.endsWith('/favicon.ico')) faults.push(message.text());
  });
  await page.addInitScript(() => {
    globalThis.violations = [];
    addEventListener('securitypolicyviolation', (event) => globalThis.violations.push(event.violatedDirective));
  });
  await page.goto(await serve(folder, wasmType, loadsScripts ? POLICY : POLICY + TRUSTED_TYPES));
  await page.waitForFunction(() => document.title !== '', null, { timeout: 20_000 });
  const title = await page.title();
  faults.push(...(await page.evaluate(() => globalThis.violations)));
  await page.close();
  return { title, faults };
}
