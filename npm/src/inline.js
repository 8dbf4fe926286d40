// The module that judges is part of this file: ready on import, for bundlers that move no files.
import bytes from './cts_tracker.wasm';
import { judgeGlue } from './judge.js';
import { createApi } from './api.js';
import { Module } from './module.js';

const judge = new Module(judgeGlue, 'init');
judge.start(new WebAssembly.Module(bytes));
const tools = new Module(() => import('./tools.js'), 'initTools');

export const {
  init, initTools, check, checkBrief, isValid, checkLines, checkLinesBrief, applyFixes, fromTracker, diff, samples, format, explainResponse, schema,
  standardSchema, codes,
} = createApi(judge, tools, () => tools.ready());
export { CtsTrackerError } from './errors.js';
