// Builds the other pages into a folder, each from the schema or the OpenAPI document that our own command prints.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

const require = createRequire(import.meta.url);
const here = import.meta.dirname;

function html(title, head, body) {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title}</title>
    <link rel="icon" href="data:,">
    ${head}
  </head>
  <body>${body}</body>
</html>
`;
}

/** A form made of the JSON Schema, bundled as for users. */
async function form(folder, name, schema) {
  await build({
    entryPoints: [join(here, 'src', `${name}.jsx`)],
    outfile: join(folder, 'app.js'),
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    alias: { schema },
    define: { 'process.env.NODE_ENV': '"production"' },
    legalComments: 'none',
    logLevel: 'error',
  });
  writeFileSync(join(folder, 'index.html'), html(name, '', '<div id="app"></div><script type="module" src="app.js"></script>'));
}

/** Builds all of them. `command` is the program `cts-tracker`. Returns the folder of each by its name. */
export async function buildPeers(folder, command) {
  rmSync(folder, { recursive: true, force: true });
  const print = (edition) => execFileSync(command, ['schema', edition], { encoding: 'utf8' });
  const made = (name) => {
    mkdirSync(join(folder, name), { recursive: true });
    return join(folder, name);
  };
  const schema = join(made('schema'), 'schema.json');
  writeFileSync(schema, print('2020-12'));
  const openApi = JSON.stringify(JSON.parse(print('openapi-3.1')));

  await form(made('rjsf'), 'rjsf', schema);
  await form(made('jsonforms'), 'jsonforms', schema);

  const swagger = made('swagger-ui');
  const parts = dirname(require.resolve('swagger-ui-dist/package.json'));
  for (const file of ['swagger-ui.css', 'swagger-ui-bundle.js']) copyFileSync(join(parts, file), join(swagger, file));
  copyFileSync(join(here, 'src', 'swagger-ui.js'), join(swagger, 'start.js'));
  writeFileSync(join(swagger, 'openapi.json'), openApi);
  const scripts = '<div id="app"></div><script src="swagger-ui-bundle.js"></script><script src="start.js"></script>';
  writeFileSync(join(swagger, 'index.html'), html('swagger-ui', '<link rel="stylesheet" href="swagger-ui.css">', scripts));

  const rapidoc = made('rapidoc');
  copyFileSync(require.resolve('rapidoc/dist/rapidoc-min.js'), join(rapidoc, 'rapidoc-min.js'));
  writeFileSync(join(rapidoc, 'openapi.json'), openApi);
  const element = '<rapi-doc spec-url="openapi.json" render-style="read" load-fonts="false" show-header="false"></rapi-doc>';
  writeFileSync(join(rapidoc, 'index.html'), html('rapidoc', '<script type="module" src="rapidoc-min.js"></script>', element));

  return { rjsf: join(folder, 'rjsf'), jsonforms: join(folder, 'jsonforms'), 'swagger-ui': swagger, rapidoc };
}
