/** A file beside this one, in an ES module. */
export const here = (name) => new URL(name, import.meta.url);
