
const mark = async () => {
  try {
    return await (await fetch("./build.json", { cache: "no-store" })).text();
  } catch {
    // The server is being restarted.
    return undefined;
  }
};
let first = await mark();
setInterval(async () => {
  const now = await mark();
  first ??= now;
  if (now !== undefined && now !== first) location.reload();
}, 1000);
