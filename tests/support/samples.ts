// The two requests that the vendor publishes, as the tests of the core hold them.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

function read(name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(resolve(import.meta.dirname, "../../crates/tracker/tests/data", name), "utf8"));
}

export const published = { system: read("sample-management.json"), data: read("sample-data.json") };
