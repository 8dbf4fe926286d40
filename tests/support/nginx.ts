// nginx with the configuration of docs/nginx.conf, before a proxy of its own.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pageFolder, startProxy } from "./proxy.ts";

/** The program; unset where it cannot be had. */
export const nginx = process.env.CTS_NGINX;

export interface Site {
  readonly address: string;
  /** The proxy behind it. */
  readonly behind: string;
  stop(): Promise<void>;
}

/** What a site has besides: users with their passwords, and options of the proxy. */
export interface Extra {
  readonly users?: Readonly<Record<string, string>>;
  readonly options?: readonly string[];
}

/** Starts both. Only the addresses, the folder and what is asked for differ from what docs/nginx.conf says. */
export async function startNginx(program: string, extra: Extra = {}): Promise<Site> {
  const proxy = await startProxy(extra.options);
  const folder = mkdtempSync(join(tmpdir(), "cts-nginx-"));
  const port = await freePort();
  const replace = (text: string, from: string, to: string) => {
    if (!text.includes(from)) {
      throw new Error(`docs/nginx.conf has no ${from}`);
    }
    return text.replaceAll(from, to);
  };
  let site = readFileSync(resolve(import.meta.dirname, "../../docs/nginx.conf"), "utf8");
  site = replace(site, "listen 127.0.0.1:8443;", `listen 127.0.0.1:${port};`);
  site = replace(site, "root /srv/cts-tracker-form;", `root ${pageFolder};`);
  site = replace(site, "http://127.0.0.1:8080", proxy.address.replace(/\/$/, ""));
  if (extra.users !== undefined) {
    const file = join(folder, "htpasswd");
    writeFileSync(file, Object.entries(extra.users).map(([name, password]) => `${name}:{PLAIN}${password}\n`).join(""));
    site = replace(site, "# auth_basic \"", "auth_basic \"");
    site = replace(site, "# auth_basic_user_file /etc/nginx/cts-tracker-form.htpasswd;", `auth_basic_user_file ${file};`);
  }
  writeFileSync(join(folder, "site.conf"), site);
  const paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${folder}/${name};`).join("\n");
  writeFileSync(
    join(folder, "nginx.conf"),
    `load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;
     ${process.getuid?.() === 0 ? "user root;" : ""}
     daemon off; pid ${folder}/pid; error_log stderr; worker_processes 1; events { worker_connections 64; }
     http { include /etc/nginx/mime.types; access_log off; ${paths} include ${folder}/site.conf; }`,
  );
  const child = spawn(program, ["-e", "stderr", "-p", folder, "-c", join(folder, "nginx.conf")], { stdio: ["ignore", "ignore", "pipe"] });
  let log = "";
  child.stderr.on("data", (chunk: Buffer) => (log += chunk.toString()));
  let ended = false;
  const end = new Promise<void>((done) => child.once("exit", () => ((ended = true), done())));
  const address = `http://127.0.0.1:${port}/`;
  const deadline = Date.now() + 15_000;
  for (;;) {
    try {
      await fetch(address);
      break;
    } catch (error) {
      if (ended || Date.now() > deadline) {
        throw new Error(`nginx does not answer: ${error} ${log}`);
      }
      await new Promise((done) => setTimeout(done, 100));
    }
  }
  return {
    address,
    behind: proxy.address,
    stop: async () => {
      child.kill("SIGTERM");
      await end;
      await proxy.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** A port that nothing listens on. */
function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (address !== null && typeof address === "object" ? done(address.port) : fail(new Error("no port"))));
    });
  });
}
