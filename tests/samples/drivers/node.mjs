// Runs samples one after the other and holds them against Prettier: `node.mjs FILE...`. Prints a
// JSON object for each file, one in a line.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import tls from 'node:tls';

// The samples name the real address. Connections go to the stand-in instead, and its certificate
// is verified for the name in the sample.
const connect = tls.connect;
const { PROOF_TLS_PORT, PROOF_PROJECTS } = process.env;
const redirected = (options, ...rest) =>
  connect({ ...options, host: '127.0.0.1', port: Number(PROOF_TLS_PORT), rejectUnauthorized: true }, ...rest);
createRequire(import.meta.url)('node:tls').connect = redirected;

const prettier = await import(pathToFileURL(`${process.cwd()}/node_modules/prettier/index.mjs`));
const projects = JSON.parse(PROOF_PROJECTS);
const write = process.stdout.write.bind(process.stdout);
// The SDK logs to standard output.
process.stdout.write = () => true;
console.error = () => {};

for (const file of process.argv.slice(2)) {
  const text = await readFile(file, 'utf8');
  const wanted = await prettier.format(text, { parser: 'babel' });
  process.env.CLOUD_SDK_PROJECT_ID = projects[file];
  let problem = null;
  try {
    await import(pathToFileURL(file));
  } catch (error) {
    problem = error.stack;
  }
  write(`${JSON.stringify({ problem, formatted: wanted === text, wanted })}\n`);
}
process.exitCode = 0;
