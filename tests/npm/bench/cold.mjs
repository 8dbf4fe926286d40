// From import to the first verdict, in a fresh process each time; the contenders take turns.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { median } from './clock.mjs';
import { CONTENDERS, PEERS } from './contenders.mjs';

const TEXT = '{"tracker_type":"system","tracker_name":"system","status":"enabled"}';

/** Who starts: name, module, and the function to call. */
function starters({ folder, installed }) {
  const bundled = (id) => pathToFileURL(join(folder, `${id}.mjs`)).href;
  return [
    { name: 'ours, bundled', module: bundled('ours-valid'), door: 'text' },
    { name: 'ours, bundled, `check`', module: bundled('ours'), door: 'text' },
    { name: 'ours, plain import', module: pathToFileURL(join(installed, 'node.js')).href, door: 'isValid' },
    { name: 'ours, `./inline`, plain import', module: pathToFileURL(join(installed, 'inline.js')).href, door: 'isValid' },
    ...PEERS.map((id) => ({ name: CONTENDERS[id].name, module: bundled(id), door: 'text' })),
  ];
}

/** Medians in milliseconds for each name. */
export function coldStarts(workshop, samples) {
  const all = starters(workshop);
  const found = all.map(() => []);
  for (let sample = 0; sample < samples; sample++) {
    for (let turn = 0; turn < all.length; turn++) {
      const index = (turn + sample) % all.length;
      const { module, door } = all[index];
      const child = [join(import.meta.dirname, 'cold-child.mjs'), module, door, TEXT];
      found[index].push(JSON.parse(execFileSync(process.execPath, child, { encoding: 'utf8' })));
    }
  }
  return all.map(({ name }, index) => ({
    name,
    wall: median(found[index].map(({ wall }) => wall)),
    processor: median(found[index].map(({ processor }) => processor)),
  }));
}
