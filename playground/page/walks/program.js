/** The playground as a user starts it: with Maven, in the root of the checkout. */
import { execFile, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const MAVEN = process.platform === 'win32' ? 'mvnw.cmd' : './mvnw';
const ADDRESS = /The playground is at\s+(http:\S+)/;
const SERVER = 'io.feishuhire.playground.PlaygroundMain';
const CONNECTORS = 'localcamunda.parent';
const PATIENCE = 600_000;
const PATIENCE_AT_THE_END = 60_000;
const run = promisify(execFile);

const running = new Set();
/** A test that is stopped leaves no playground behind, although that has a process group of its own. */
process.once('exit', () => running.forEach((program) => program.signal('SIGTERM')));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => process.exit(1));
}

export class PlaygroundProgram {
  /** @param options such as `-Ddiagram=my.bpmn` */
  static async start(...options) {
    const maven = spawn(MAVEN, ['-q', '-Pplayground', ...options], { cwd: ROOT, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    const program = new PlaygroundProgram(maven);
    try {
      program.address = await program.printed(ADDRESS);
      return program;
    } catch (notStarted) {
      await program.stop();
      throw notStarted;
    }
  }

  constructor(maven) {
    this.maven = maven;
    this.output = '';
    running.add(this);
    this.ended = new Promise((resolve) => maven.once('close', resolve)).then(() => running.delete(this));
    for (const stream of [maven.stdout, maven.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        this.output += text;
        maven.emit('printed');
      });
    }
  }

  printed(pattern) {
    return new Promise((resolve, reject) => {
      const giveUp = (why) => reject(new Error(`${why} Its output:\n${this.output}`));
      const timeout = setTimeout(() => giveUp('The playground did not start in time.'), PATIENCE);
      const look = () => {
        const found = pattern.exec(this.output);
        if (found) {
          clearTimeout(timeout);
          this.maven.off('printed', look);
          resolve(found[1]);
        }
      };
      this.maven.on('printed', look);
      this.maven.once('error', (notStarted) => (clearTimeout(timeout), giveUp(notStarted.message)));
      this.ended.then(() => (clearTimeout(timeout), giveUp('The playground has ended.')));
    });
  }

  /** The JVM with server and engine. */
  server = () => this.process(SERVER);

  /** The JVM of the connector runtime. */
  connectors = () => this.process(CONNECTORS);

  async process(mark) {
    const found = (await this.processes()).filter(({ command }) => command.includes(mark));
    if (found.length !== 1) {
      throw new Error(`${found.length} processes have "${mark}" in their command.`);
    }
    return found[0].pid;
  }

  /** What runs in the process group of Maven. */
  async processes() {
    const { stdout } = await run('ps', ['-eo', 'pid=,pgid=,stat=,args='], { maxBuffer: 50_000_000 });
    return stdout
      .split('\n')
      .map((line) => /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line))
      .filter((row) => row !== null && Number(row[2]) === this.maven.pid && !row[3].startsWith('Z'))
      .map(([, pid, , , command]) => ({ pid: Number(pid), command }));
  }

  /** Ctrl-C. */
  interrupt() {
    this.signal('SIGINT');
    return this.ended;
  }

  signal(name) {
    try {
      process.kill(-this.maven.pid, name);
    } catch {
      // It has ended already.
    }
  }

  /** Ends it like Ctrl-C, and by force if that does not end it. Tells what was left after Ctrl-C. */
  async stop() {
    let timeout;
    const late = new Promise((resolve) => (timeout = setTimeout(resolve, PATIENCE_AT_THE_END)));
    await Promise.race([this.interrupt(), late]);
    clearTimeout(timeout);
    const left = await this.processes();
    this.signal('SIGKILL');
    await this.ended;
    return left;
  }
}
