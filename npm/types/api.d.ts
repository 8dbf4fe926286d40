/** What is checked: JSON text, its UTF-8 bytes, or a value. */
export type Input = string | ArrayBufferView | ArrayBuffer | object | number | boolean | null;

/** Where a module comes from: an address, an answer to a request, its bytes, or compiled code. */
export type ModuleSource =
  | string
  | URL
  | Request
  | Response
  | ArrayBufferView
  | ArrayBuffer
  | WebAssembly.Module
  | PromiseLike<Response | ArrayBufferView | ArrayBuffer | WebAssembly.Module>;

/** The stable kinds of {@link CtsTrackerError}. */
export type ErrorCode = 'not-ready' | 'init-failed' | 'option-invalid' | 'input-invalid' | 'panic';

/**
 * What the functions of this package throw. A request with mistakes is never thrown; it is a report.
 *
 * - `not-ready`: `init()` or `initTools()` was forgotten
 * - `init-failed`: the module could not be loaded; a later attempt may succeed
 * - `option-invalid`: an option is unknown or has a value that cannot be used
 * - `input-invalid`: the input is no JSON at all, such as a value that contains itself
 * - `panic`: a fault of this package; the next call works
 */
export declare class CtsTrackerError extends Error {
  readonly name: 'CtsTrackerError';
  readonly code: ErrorCode;
}

/**
 * Loads the module that judges. Needed once before anything else, except in Node.js, Deno and Bun and with the
 * entry `./inline`, where it is loaded on import. Calling it again does nothing; after a failure it tries again.
 */
export declare function init(source?: ModuleSource): Promise<void>;

/**
 * Loads the module for everything besides {@link check}, {@link checkBrief}, {@link isValid}, {@link checkLines},
 * {@link checkLinesBrief} and {@link codes}, and for the options `fixes` and `current`. Not needed in Node.js, Deno and Bun.
 */
export declare function initTools(source?: ModuleSource): Promise<void>;

/** Judges a request. The options `fixes` and `current` need {@link initTools}. A report lists 10,000 diagnostics of each severity at most. */
export declare function check(input: Input, options?: Options): Report;

/** Whether a request has no error. Faster than {@link check}. */
export declare function isValid(input: Input, options?: Options): boolean;

/** Judges text with one request a line (NDJSON) in one call. Blank lines hold none. */
export declare function checkLines(
  input: string | ArrayBufferView | ArrayBuffer,
  options?: Omit<Options, 'fixes'>,
): LinesReport;

/** What is wrong and where, without words. */
export type BriefDiagnostic = Pick<Diagnostic, 'code' | 'severity' | 'pointer' | 'path'>;

/** The verdict on one request, without words. */
export interface BriefReport {
  readonly valid: boolean;
  readonly diagnostics: BriefDiagnostic[];
}

/** The verdict on text with one request a line, without words. */
export interface BriefLinesReport extends Omit<LinesReport, 'lines'> {
  readonly lines: (Omit<Line, 'diagnostics'> & { readonly diagnostics: BriefDiagnostic[] })[];
}

/** Judges as {@link check} does, and says only what is wrong and where. For those who judge many and speak of few. */
export declare function checkBrief(input: Input, options?: Omit<Options, 'fixes'>): BriefReport;

/** Judges as {@link checkLines} does, and says only what is wrong and where. */
export declare function checkLinesBrief(
  input: string | ArrayBufferView | ArrayBuffer,
  options?: Omit<Options, 'fixes'>,
): BriefLinesReport;

/** Applies every safe fix. Whatever is outside of the mended places stays as it is. */
export declare function applyFixes(input: string, options?: Options): string;
export declare function applyFixes(input: ArrayBufferView | ArrayBuffer, options?: Options): Uint8Array;

/** The request, as JSON text, that would leave a tracker as it is. The tracker is one that the cloud lists. */
export declare function fromTracker(tracker: string | object): string;

/** What a request changes of a tracker that the cloud lists, member by member. */
export declare function diff(tracker: string | object, request: string | object): Change[];

/**
 * A request written for another tool: curl, KooCLI, Terraform, an SDK, as an HTTP message or as a change ticket. The
 * options say where it goes, what a change ticket compares with, and the language of notes. `endpoint` is the address of CTS
 * where it is not that of the region. The text begins with the notes as comments; a change ticket lists them, and an HTTP
 * message does not have them.
 */
export declare function samples(
  request: string | object,
  tool: Tool,
  options?: Pick<Options, 'projectId' | 'region' | 'current' | 'locale'> & { readonly endpoint?: string },
): Sample;

/** JSON text written again, indented by two spaces, with nothing left out. */
export declare function format(text: string): string;

/** Explains what the cloud answered to a request. */
export declare function explainResponse(answer: Answer, options?: Pick<Options, 'locale'>): Explanation;

/** The request as a JSON Schema, or the operation as an OpenAPI document. */
export declare function schema(
  edition?: '2020-12' | 'draft-07' | 'openapi-3.1',
  options?: Pick<Options, 'locale'>,
): Record<string, unknown>;

/** Every rule: its code, how grave it is, and its message. */
export declare function codes(options?: Pick<Options, 'locale'>): Rule[];

/** An issue of Standard Schema version 1. */
export interface StandardIssue {
  readonly message: string;
  readonly path: readonly (string | number)[];
}

/** What a validator after Standard Schema version 1 returns. */
export type StandardResult =
  | { readonly value: UpdateTrackerRequest; readonly issues?: undefined }
  | { readonly issues: readonly StandardIssue[] };

/** A schema after Standard Schema version 1 (https://standardschema.dev). */
export interface StandardSchema {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: 'cts-tracker-validator';
    readonly validate: (value: unknown) => StandardResult | Promise<StandardResult>;
    readonly types?: { readonly input: UpdateTrackerRequest; readonly output: UpdateTrackerRequest };
  };
}

/**
 * A schema for form libraries. Errors become issues, warnings and hints do not. Where the module is not loaded yet,
 * the first validation loads it and answers with a promise.
 */
export declare function standardSchema(options?: Omit<Options, 'fixes'>): StandardSchema;
