import type { Command } from 'commander'
import { CliFailure } from './cli-failure.ts'
import { describeFailure } from './describe-failure.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import { createShell, type GlobalOptions, type Shell } from './shell.ts'
import type { Surroundings, TextSink } from './surroundings.ts'

/** How a command is carried out: with a shell of its own, and an exit code whatever happens. */
export type RunCommand = (command: Command, work: (shell: Shell) => Promise<ExitCode | undefined>) => Promise<void>

/** Both languages for people, one JSON object for scripts; always on standard error. */
export function reportFailure(error: unknown, { json, stderr }: { json: boolean; stderr: TextSink }): ExitCode {
  const { code, text, exitCode } = describeFailure(error)
  const lines = text.zh === text.en ? text.zh : `${text.zh}\n${text.en}`
  const body = { error: { code, message: text.zh, messageEn: text.en } }
  stderr.write(`${json ? JSON.stringify(body) : lines}\n`)
  return exitCode
}

/** A module that stopped by itself says what became of the work; a bare abort says nothing of use. */
const stopped = (error: unknown): unknown =>
  error instanceof Error && error.name === 'AbortError'
    ? new CliFailure('cancelled', { zh: '已停止，没有留下未完成的内容。', en: 'Stopped; nothing half-done is left.' })
    : error

/** Commands of one run; `ended` learns the exit code of the one that was carried out. */
export const createRunCommand =
  (surroundings: Surroundings, ended: (exitCode: ExitCode) => void): RunCommand =>
  async (command, work) => {
    const options = command.optsWithGlobals<GlobalOptions>()
    const shell = createShell(options, surroundings)
    try {
      ended((await work(shell)) ?? EXIT.ok)
    } catch (error) {
      shell.progress.clear()
      const interrupted = shell.signal.aborted
      const failure = { json: options.json, stderr: surroundings.stderr }
      const exitCode = reportFailure(interrupted ? stopped(error) : error, failure)
      ended(interrupted ? EXIT.interrupted : exitCode)
    }
  }
