import { isHelpShown } from './describe-failure.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import { createProgram } from './program.ts'
import { createRunCommand, reportFailure } from './run-command.ts'
import type { Surroundings } from './surroundings.ts'

/** One run of `zhanggui`, from its arguments to its exit code. A wrong command line is told and answered with 2, never thrown. */
export async function runProgram(args: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT.ok
  const run = createRunCommand(surroundings, (code) => {
    exitCode = code
  })
  try {
    await createProgram(run, surroundings).parseAsync(args, { from: 'user' })
    return exitCode
  } catch (error) {
    return isHelpShown(error)
      ? EXIT.ok
      : reportFailure(error, { json: args.includes('--json'), stderr: surroundings.stderr })
  }
}
