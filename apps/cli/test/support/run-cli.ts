import { runProgram } from '../../src/run-program.ts'
import { processSurroundings, type Surroundings } from '../../src/surroundings.ts'
import type { CliRun } from './cli-run.ts'

/** Runs `zhanggui …` inside the test's process: everything but the start of a process, which `spawnCli` pays for. */
export async function runCli(
  args: readonly string[],
  surroundings: Partial<Pick<Surroundings, 'env' | 'openContext'>> = {},
): Promise<CliRun> {
  let [stdout, stderr] = ['', '']
  const exitCode = await runProgram(args, {
    ...processSurroundings(),
    interruptSignal: () => new AbortController().signal,
    stdout: {
      write: (text) => {
        stdout += text
      },
    },
    stderr: {
      write: (text) => {
        stderr += text
      },
    },
    ...surroundings,
  })
  return { exitCode, stdout, stderr }
}
