import { userInfo } from 'node:os'
import type { Bilingual, Language } from './output/language.ts'
import { createProgressBar, type ProgressBar } from './output/progress-bar.ts'

export type GlobalOptions = { json: boolean; lang: Language; home?: string }

/** What every command is handed: where to answer, how to speak, and a signal that fires on Ctrl-C. */
export type Shell = {
  readonly language: Language
  readonly signal: AbortSignal
  readonly progress: ProgressBar
  /** Environment of the run, with `--home` in place of `ZHANGGUI_HOME` where it was given. */
  readonly env: Record<string, string | undefined>
  /** Who the audit trail names for changes made from here. */
  readonly actor: string
  /** The one answer of a command, on standard output: `value` as JSON, or what `render` makes of it for people. */
  answer(value: unknown, render: () => string): void
  /** A remark for people, on standard error; left out with `--json`. */
  note(text: Bilingual): void
  /** The text in the language of this run. */
  say(text: Bilingual): string
}

export function createShell(options: GlobalOptions, signal: AbortSignal): Shell {
  const { json, lang: language, home } = options
  const say = (text: Bilingual): string => text[language]
  return {
    language,
    signal,
    progress: createProgressBar(json ? { write: () => undefined } : process.stderr),
    env: home ? { ...process.env, ZHANGGUI_HOME: home } : process.env,
    actor: `cli:${userInfo().username}`,
    answer: (value, render) => process.stdout.write(`${json ? JSON.stringify(value) : render()}\n`),
    note: (text) => {
      if (!json) process.stderr.write(`${say(text)}\n`)
    },
    say,
  }
}
