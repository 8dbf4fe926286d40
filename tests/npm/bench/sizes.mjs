// What a browser has to load, as it is, with gzip and with brotli.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { CONTENDERS, PEERS } from './contenders.mjs';

const weigh = (name, files) => ({
  name,
  raw: files.reduce((sum, file) => sum + file.length, 0),
  // Servers compress each file on its own. Both do their best: level 9, and 11 which is what brotli does by itself.
  gzip: files.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0),
  brotli: files.reduce((sum, file) => sum + brotliCompressSync(file).length, 0),
});

/** Bytes of each. Of the peers it is one script with the library and the rules, of ours a script and the module. */
export async function sizes({ installed, bundle }) {
  const script = async (entry) => {
    // What is loaded later stays outside, and what a browser does not have: hyperjump reads files where it can.
    const made = await bundle(entry, { platform: 'browser', write: false, external: ['./tools.js', 'node:*'] });
    return Buffer.from(made.outputFiles[0].contents);
  };
  const installedFile = (name) => readFileSync(join(installed, name));
  const found = [
    weigh('ours: `check`, `checkLines`, `isValid`, `codes`', [await script(join(installed, 'web.js')), installedFile('cts_tracker.wasm')]),
    weigh('ours: the rest, when it is asked for', [installedFile('tools.js'), installedFile('cts_tracker_tools.wasm')]),
  ];
  for (const id of PEERS) {
    found.push(weigh(CONTENDERS[id].name, [await script(join(import.meta.dirname, 'peers', `${id}.mjs`))]));
  }
  return found;
}
