import { tell } from './cli/output.ts';
import { FAILED, runCommandLine } from './cli/program.ts';

// A reader that has enough ("desk … | head") closes the pipe: that ends the work and is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') tell(`desk: standard output cannot be written: ${error.message}. Check where it goes.`);
  process.exit(error.code === 'EPIPE' ? 0 : FAILED);
});
// Where nobody hears the messages the result still counts.
process.stderr.on('error', () => undefined);

const status = await runCommandLine(process.argv.slice(2));
// A command may have set its own ("desk doctor").
if (status !== 0) process.exitCode = status;
