// Browsers, workers, bundlers: the modules are fetched when they are asked for.
import { judgeGlue } from './judge.js';
import { createApi } from './api.js';
import { Module } from './module.js';

// Bundlers look for exactly this form to find the files.
const judge = new Module(judgeGlue, 'init', () => new URL('./cts_tracker.wasm', import.meta.url));
// Loaded when it is asked for, like its module.
const tools = new Module(() => import('./tools.js'), 'initTools', () => new URL('./cts_tracker_tools.wasm', import.meta.url));

export const {
  init, initTools, check, checkBrief, isValid, checkLines, checkLinesBrief, applyFixes, fromTracker, diff, samples, format, explainResponse, schema,
  standardSchema, codes,
} = createApi(judge, tools, () => tools.ready());
export { CtsTrackerError } from './errors.js';
