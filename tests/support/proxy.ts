// A proxy with its stand-in of the cloud that belongs to one journey.
import { spawn } from "node:child_process";
import { resolve } from "node:path";

const program = process.env.CTS_PROXY ?? resolve(import.meta.dirname, "../../target/debug/cts-proxy");
/** The folder of the finished page. */
export const pageFolder = process.env.CTS_PAGE ?? resolve(import.meta.dirname, "../../dist");

export interface Proxy {
  readonly address: string;
  /** What it wrote to its log so far. */
  log(): string;
  stop(): Promise<void>;
}

/** Starts a proxy on a free port. Fails when it does not say within 15 seconds that it listens. */
export async function startProxy(more: readonly string[] = [], folder = pageFolder): Promise<Proxy> {
  // Without credentials it starts its stand-in.
  const { CLOUD_SDK_AK: _key, CLOUD_SDK_SK: _secret, ...env } = process.env;
  const child = spawn(program, ["--page", folder, "--listen", "127.0.0.1:0", ...more], {
    stdio: ["ignore", "pipe", "pipe"],
    env,
  });
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  let log = "";
  child.stderr.on("data", (chunk: Buffer) => (log += chunk.toString()));
  const address = await new Promise<string>((done, fail) => {
    const timer = setTimeout(() => fail(new Error(`no address within 15 s: ${log}`)), 15_000);
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const found = /listening on (http:\/\/\S+)/.exec(said);
      if (found?.[1] !== undefined) {
        clearTimeout(timer);
        done(found[1]);
      }
    });
    child.once("error", fail);
    child.once("exit", (code) => fail(new Error(`the proxy ended with ${code}: ${log}`)));
  });
  return {
    address,
    log: () => log,
    stop: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}
