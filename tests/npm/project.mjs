// A project that has installed the packed tarball, as a user would.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';

/** A path that `cargo xtask test --only npm` gives. */
export function given(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set; run cargo xtask test --only npm`);
  return value;
}

/** Makes a project with the package installed and returns its folder; it is removed after the tests of the file. */
export function project(manifest = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'cts-tracker-validator-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'user', private: true, ...manifest }));
  const npm = ['install', '--offline', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];
  execFileSync('npm', [...npm, given('CTS_TARBALL')], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  return folder;
}

/** Writes files into a folder. */
export function write(folder, files) {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}

/** Copies a folder of this package's. */
export const copy = (from, to) => cpSync(from, to, { recursive: true });

/** A request with one error on a known place, and what is expected of it everywhere. */
export const FAULTY = '{"tracker_type":"system","tracker_name":"系统"}';
export const EXPECTED = 'tracker-name-system /tracker_name 40';

/** A script that prints EXPECTED, given the package as `validator`. */
export const PRINT = `
  const [first] = validator.check(${JSON.stringify(FAULTY)}, { level: 'error' }).diagnostics;
  const line = [first.code, first.pointer, first.range.start.utf16].join(' ');
`;
