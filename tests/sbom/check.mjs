// Validates a list of components against the schema of CycloneDX, and its references against each other.
import { readFileSync } from 'node:fs';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';

const [file] = process.argv.slice(2);
const text = readFileSync(file, 'utf8');
// Throws when the schema or what reads it is not installed, so that nothing is passed unseen.
const faults = await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(text);
if (faults !== null) {
  console.error(JSON.stringify(faults, null, 2));
  throw new Error(`${file} is no CycloneDX 1.6`);
}
const list = JSON.parse(text);
const known = new Set([list.metadata.component['bom-ref'], ...list.components.map((one) => one['bom-ref'])]);
if (known.size !== list.components.length + 1) throw new Error('a component is listed twice');
for (const { ref, dependsOn } of list.dependencies) {
  for (const name of [ref, ...dependsOn]) if (!known.has(name)) throw new Error(`${name} is needed and not listed`);
}
const reached = new Set([list.metadata.component['bom-ref']]);
for (const name of reached) list.dependencies.find(({ ref }) => ref === name)?.dependsOn.forEach((next) => reached.add(next));
if (reached.size !== known.size) throw new Error('something is listed that nothing needs');
console.log(`${file}: CycloneDX 1.6, ${list.components.length} components`);
