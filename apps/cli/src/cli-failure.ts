import { EXIT, type ExitCode } from './exit-codes.ts'
import type { Bilingual } from './output/language.ts'

/** An expected failure of a command: what happened and what to do, in both languages, with the exit code. */
export class CliFailure extends Error {
  readonly code: string
  readonly text: Bilingual
  readonly exitCode: ExitCode
  constructor(code: string, text: Bilingual, exitCode: ExitCode = EXIT.failed) {
    super(text.en)
    this.name = 'CliFailure'
    this.code = code
    this.text = text
    this.exitCode = exitCode
  }
}

/** The command line itself is wrong. */
export const usageFailure = (code: string, text: Bilingual): CliFailure => new CliFailure(code, text, EXIT.usage)
