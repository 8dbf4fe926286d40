// One start in a process of its own: from import to the first verdict. Prints milliseconds: on the wall, and of the processor.
const [, , module, door, text] = process.argv;
const used = process.cpuUsage();
const start = performance.now();
const contender = await import(module);
const judge = contender[door] ?? ((body) => contender.value(JSON.parse(body)));
const found = judge(text);
const wall = performance.now() - start;
const { user, system } = process.cpuUsage(used);
if (found === false || found.diagnostics?.length > 0 || found.length > 0) throw new Error(`${module} finds fault with ${text}`);
console.log(JSON.stringify({ wall, processor: (user + system) / 1000 }));
