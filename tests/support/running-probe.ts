import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http, { type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { buildSync } from 'esbuild';
import { findPort } from '../../playground/find-ports';
import { FACT_DEADLINE_MS } from './deadlines';

const FRAMEWORK = resolve('node_modules/.bin/functions-framework');

export interface Ask {
  method?: string;
  path?: string;
  headers?: OutgoingHttpHeaders;
  /** A list is sent in chunks, anything else with its length. */
  body?: string | Buffer | readonly Buffer[];
}

export interface HttpAnswer {
  status: number;
  headers: IncomingMessage['headers'];
  text: string;
}

/** The hosts, each with the arguments that make it serve a bundle. */
const HOSTS = {
  framework: (folder: string, port: number) => [
    FRAMEWORK,
    `--source=${folder}`,
    '--target=probe',
    `--port=${port}`,
  ],
  plain: (folder: string, port: number) => [join(folder, 'index.cjs'), String(port)],
} as const;

export type HostName = keyof typeof HOSTS;
export const HOST_KINDS = Object.keys(HOSTS) as HostName[];

/** The function in `probe/`, bundled and served by one of the hosts in its own process, as in a deployment. */
export class RunningProbe {
  readonly port: number;
  readonly process: ChildProcess;
  stdout = '';
  stderr = '';
  readonly #folder: string;
  readonly #agent = new http.Agent({ keepAlive: true });

  static async start(host: HostName, env: Record<string, string> = {}): Promise<RunningProbe> {
    const running = new RunningProbe(host, await findPort(), env);
    await running.until(() => running.isListening());
    return running;
  }

  private constructor(host: HostName, port: number, env: Record<string, string>) {
    this.port = port;
    this.#folder = bundle(host);
    this.process = spawn(process.execPath, HOSTS[host](this.#folder, port), {
      env: { ...process.env, NODE_ENV: 'development', ...env },
    });
    this.process.stdout?.on('data', (chunk) => (this.stdout += String(chunk)));
    this.process.stderr?.on('data', (chunk) => (this.stderr += String(chunk)));
  }

  async stop(): Promise<void> {
    this.#agent.destroy();
    if (this.process.exitCode === null && this.process.signalCode === null) {
      this.process.kill('SIGKILL');
      await once(this.process, 'exit');
    }
    rmSync(this.#folder, { recursive: true });
  }

  async until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
    const deadline = Date.now() + FACT_DEADLINE_MS;
    while (!(await isTrue())) {
      if (Date.now() > deadline) throw new Error(`it did not happen in time:\n${this.stdout}${this.stderr}`);
      await sleep(10);
    }
  }

  async isListening(): Promise<boolean> {
    const socket = connect(this.port, '127.0.0.1');
    const isOpen = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    return isOpen;
  }

  async ask({ method = 'POST', path = '/', headers = {}, body }: Ask = {}): Promise<HttpAnswer> {
    const to = { host: '127.0.0.1', port: this.port, agent: this.#agent };
    const request = http.request({ ...to, method, path, headers });
    request.on('error', () => undefined); // A refused request may be cut off while it is still being sent.
    if (typeof body === 'string' || Buffer.isBuffer(body)) request.end(body);
    else {
      for (const chunk of body ?? []) request.write(chunk);
      request.end();
    }
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    const chunks = (await response.toArray()) as Buffer[];
    const text = Buffer.concat(chunks).toString();
    return { status: response.statusCode ?? 0, headers: response.headers, text };
  }
}

function bundle(host: HostName): string {
  const folder = mkdtempSync(join(tmpdir(), 'probe-'));
  buildSync({
    entryPoints: [join(__dirname, 'probe', `${host}.ts`)],
    outfile: join(folder, 'index.cjs'),
    bundle: true,
    platform: 'node',
    logLevel: 'error',
  });
  writeFileSync(join(folder, 'package.json'), '{"main":"index.cjs"}');
  return folder;
}
