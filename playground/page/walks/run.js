/** Runs the walks on the examples in one playground, as starting one takes long, and then those that start their own. */
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PlaygroundProgram } from './program.js';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));
const OWN = 'own-diagram.test.js';

const walks = readdirSync(FOLDER).filter((name) => name.endsWith('.test.js') && name !== OWN);

/** One after the other: they share Feishu's settings and the clock. */
const test = (files, env) =>
  new Promise((resolve) => {
    const tests = spawn(process.execPath, ['--test', '--test-concurrency=1', ...files], {
      cwd: FOLDER,
      stdio: 'inherit',
      env: { ...process.env, ...env },
    });
    const stop = () => tests.kill();
    process.once('exit', stop);
    tests.once('close', (code) => {
      process.off('exit', stop);
      resolve(code === 0 ? 0 : 1);
    });
  });

const program = await PlaygroundProgram.start();
let failed = 0;
try {
  failed += await test(walks, { PLAYGROUND: program.address });
} finally {
  const left = await program.stop();
  if (left.length > 0) {
    console.log('Ctrl-C left processes behind:', left);
    failed += 1;
  }
}
failed += await test([OWN], {});
process.exit(failed === 0 ? 0 : 1);
