#!/usr/bin/env node
// The command. It runs in the module; this file gives it files and streams.
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as glue from './glue/cts_tracker_tools.js';
import { here } from 'here';

/** The words that the native command has for the same faults. */
const WORDS = { ENOENT: 'there is no such file', EACCES: 'permission denied', EISDIR: 'it is a folder' };

/** Calls a function of the file system; its error gets the words above. */
function plainly(work) {
  try {
    return work();
  } catch (error) {
    throw new Error(WORDS[error.code] ?? error.message);
  }
}

const machine = {
  read: (path) => plainly(() => readFileSync(path)),
  readInput: () => plainly(() => readFileSync(0)),
  write: (path, content) => plainly(() => writeFileSync(path, content)),
  kind(path) {
    const found = statSync(path, { throwIfNoEntry: false });
    return found === undefined ? 'missing' : found.isDirectory() ? 'folder' : 'file';
  },
  // Links to folders are left out, as they may lead in a circle.
  list: (path) =>
    plainly(() => readdirSync(path, { withFileTypes: true }))
      .filter((entry) => !(entry.isSymbolicLink() && machine.kind(join(path, entry.name)) === 'folder'))
      .map((entry) => entry.name),
  wantsColors: () => process.stdout.isTTY === true && !process.env.NO_COLOR,
};

glue.initSync({ module: new WebAssembly.Module(readFileSync(here('cts_tracker_tools.wasm'))) });
const outcome = glue.run_command(process.argv.slice(2), machine);
process.exitCode = outcome.status;
process.stdout.write(outcome.output);
process.stderr.write(outcome.complaint);
