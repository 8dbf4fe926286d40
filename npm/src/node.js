// Node.js, Deno and Bun: the modules are read from beside this file, so everything is ready.
import { readFileSync } from 'node:fs';
import { judgeGlue } from './judge.js';
import * as toolsGlue from './glue/cts_tracker_tools.js';
import { createApi } from './api.js';
import { here } from 'here';
import { Module } from './module.js';

const compiled = (name) => new WebAssembly.Module(readFileSync(here(name)));
const judge = new Module(judgeGlue, 'init');
judge.start(compiled('cts_tracker.wasm'));
const tools = new Module(toolsGlue, 'initTools', () => compiled('cts_tracker_tools.wasm'));
// The larger module is only read when it is used.
const openTools = () => {
  if (tools.raw === undefined) tools.start(compiled('cts_tracker_tools.wasm'));
};

export const {
  init, initTools, check, checkBrief, isValid, checkLines, checkLinesBrief, applyFixes, fromTracker, diff, samples, format, explainResponse, schema,
  standardSchema, codes,
} = createApi(judge, tools, openTools);
export { CtsTrackerError } from './errors.js';
