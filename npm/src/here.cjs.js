import { join } from 'node:path';

/** A file beside this one, in a CommonJS module. */
export const here = (name) => join(__dirname, name);
