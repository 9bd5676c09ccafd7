import { userInfo } from 'node:os'
import type { Bilingual, Language } from './output/language.ts'
import { createProgressBar, type ProgressBar } from './output/progress-bar.ts'
import type { Surroundings } from './surroundings.ts'

export type GlobalOptions = { json: boolean; lang: Language; home?: string }

/** What every command is handed: where to answer, how to speak, and a signal that fires on Ctrl-C. */
export type Shell = {
  readonly language: Language
  readonly signal: AbortSignal
  readonly progress: ProgressBar
  /** Environment of the run, with `--home` in place of `ZHANGGUI_HOME` where it was given. */
  readonly env: Record<string, string | undefined>
  readonly openContext: Surroundings['openContext']
  /** Who the audit trail names for changes made from here. */
  readonly actor: string
  /** The one answer of a command, on standard output: `value` as JSON, or what `render` makes of it for people. */
  answer(value: unknown, render: () => string): void
  /** A remark for people, on standard error; left out with `--json`. */
  note(text: Bilingual): void
  /** The text in the language of this run. */
  say(text: Bilingual): string
}

export function createShell({ json, lang: language, home }: GlobalOptions, surroundings: Surroundings): Shell {
  const { env, stdout, stderr, openContext } = surroundings
  const say = (text: Bilingual): string => text[language]
  return {
    language,
    signal: surroundings.interruptSignal(),
    progress: createProgressBar(json ? { write: () => undefined } : stderr),
    env: home ? { ...env, ZHANGGUI_HOME: home } : env,
    openContext,
    actor: `cli:${userInfo().username}`,
    answer: (value, render) => stdout.write(`${json ? JSON.stringify(value) : render()}\n`),
    note: (text) => {
      if (!json) stderr.write(`${say(text)}\n`)
    },
    say,
  }
}
