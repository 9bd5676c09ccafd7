import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'
import { isHelpShown } from './describe-failure.ts'
import { createProgram } from './program.ts'
import { reportFailure } from './run-command.ts'

// Compiled code is kept between runs: a command then starts in half the time. Inside the checkout, where nobody else writes;
// where it cannot be written, commands are only slower.
enableCompileCache(fileURLToPath(new URL('../../../node_modules/.cache/zhanggui', import.meta.url)))

// `zhanggui query … | head` closes the pipe early; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

try {
  await createProgram().parseAsync()
} catch (error) {
  process.exitCode = isHelpShown(error) ? 0 : reportFailure(error, process.argv.includes('--json'))
}
