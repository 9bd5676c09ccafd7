import type { Command } from 'commander'
import { CliFailure } from './cli-failure.ts'
import { describeFailure } from './describe-failure.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import { createShell, type GlobalOptions, type Shell } from './shell.ts'

/** How a command is carried out: with a shell of its own, and an exit code whatever happens. */
export type RunCommand = (command: Command, work: (shell: Shell) => Promise<ExitCode | undefined>) => Promise<void>

/** Both languages for people, one JSON object for scripts; always on standard error. */
export function reportFailure(error: unknown, json: boolean): ExitCode {
  const { code, text, exitCode } = describeFailure(error)
  const lines = text.zh === text.en ? text.zh : `${text.zh}\n${text.en}`
  const body = { error: { code, message: text.zh, messageEn: text.en } }
  process.stderr.write(`${json ? JSON.stringify(body) : lines}\n`)
  return exitCode
}

/** One Ctrl-C may arrive twice, from the terminal and from npm; what follows later is a second wish. */
const ONE_PRESS_MS = 1000

/** Ctrl-C asks once, politely; the second time the process ends where it stands. */
function interruptSignal(): AbortController {
  const controller = new AbortController()
  let askedAt: number | undefined
  const onSignal = (): void => {
    if (askedAt !== undefined && performance.now() - askedAt > ONE_PRESS_MS) process.exit(EXIT.interrupted)
    askedAt ??= performance.now()
    controller.abort()
  }
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, onSignal)
  return controller
}

/** A module that stopped by itself says what became of the work; a bare abort says nothing of use. */
const stopped = (error: unknown): unknown =>
  error instanceof Error && error.name === 'AbortError'
    ? new CliFailure('cancelled', { zh: '已停止，没有留下未完成的内容。', en: 'Stopped; nothing half-done is left.' })
    : error

export const runCommand: RunCommand = async (command, work) => {
  const options = command.optsWithGlobals<GlobalOptions>()
  const interrupt = interruptSignal()
  const shell = createShell(options, interrupt.signal)
  try {
    process.exitCode = (await work(shell)) ?? EXIT.ok
  } catch (error) {
    shell.progress.clear()
    const exitCode = reportFailure(interrupt.signal.aborted ? stopped(error) : error, options.json)
    process.exitCode = interrupt.signal.aborted ? EXIT.interrupted : exitCode
  }
}
