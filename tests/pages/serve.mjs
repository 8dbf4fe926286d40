// One server for all pages: every file compressed with brotli once, before anything is measured.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, relative } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
};
/** What cts-proxy tells our page. */
const SETTINGS = JSON.stringify({ proxy: { base: '/api' }, regions: ['cn-north-4'] });

function compressed(bytes) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return brotliCompressSync(bytes, { params });
}

function files(folder) {
  const all = new Map();
  for (const name of readdirSync(folder, { recursive: true })) {
    const path = join(folder, name);
    const type = TYPES[extname(path)];
    if (statSync(path).isFile() && type !== undefined) all.set(`/${relative(folder, path)}`, { type, body: compressed(readFileSync(path)) });
  }
  return all;
}

/** Serves one folder at the root of a port of its own, so that nobody finds another's files in a cache. */
export async function serve(folder) {
  if (!existsSync(join(folder, 'index.html'))) throw new Error(`there is no page in ${folder}`);
  const all = files(folder);
  all.set('/config.json', { type: TYPES['.json'], body: compressed(Buffer.from(SETTINGS)) });
  const asked = new Map();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const file = all.get(pathname === '/' ? '/index.html' : pathname);
    if (file === undefined) {
      response.writeHead(404).end();
      return;
    }
    asked.set(pathname, file.body.length);
    response.writeHead(200, {
      'content-type': file.type,
      'content-encoding': 'br',
      'content-length': file.body.length,
      'cache-control': 'no-store',
    });
    response.end(file.body);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    /** The bytes of each file that was asked for since this was called last, by its path. */
    taken() {
      const taken = new Map(asked);
      asked.clear();
      return taken;
    },
    stop: () => new Promise((done) => server.close(done)),
  };
}
