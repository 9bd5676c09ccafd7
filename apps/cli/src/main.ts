import { isHelpShown } from './describe-failure.ts'
import { createProgram } from './program.ts'
import { reportFailure } from './run-command.ts'

// `zhanggui query … | head` closes the pipe early; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

try {
  await createProgram().parseAsync()
} catch (error) {
  process.exitCode = isHelpShown(error) ? 0 : reportFailure(error, process.argv.includes('--json'))
}
