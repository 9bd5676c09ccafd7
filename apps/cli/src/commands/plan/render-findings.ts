import type { Finding } from '@zhanggui/contract'
import type { Shell } from '../../shell.ts'

const LEVELS = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  note: { zh: '提示', en: 'note' },
} as const

/** The cell it was read from, or the object and field in the plan. */
function placeOf({ at, source }: Finding): string {
  if (!source) return [at.part, at.id, at.field].filter((part) => part !== null).join('/')
  const cell = `${source.row}${source.column ? ` ${source.column}` : ''}`
  return [source.file, source.sheet, cell].filter((part) => part !== null).join(' ')
}

type Counts = { error: number; warning: number; note: number; acknowledged?: number }

function summary(shell: Shell, { error, warning, note, acknowledged = 0 }: Counts): string {
  if (error + warning + note === 0) {
    const more = { zh: `（已确认 ${acknowledged} 条）`, en: ` (${acknowledged} accepted)` }
    const passed = { zh: '计划体检通过', en: 'The plan passes' }
    return shell.say(passed) + (acknowledged > 0 ? shell.say(more) : '')
  }
  return shell.say({
    zh: `错误 ${error}，警告 ${warning}，提示 ${note}，已确认 ${acknowledged}`,
    en: `${error} errors, ${warning} warnings, ${note} notes, ${acknowledged} accepted`,
  })
}

/** The findings that are open, each with its number, level, place, sentence and what to do. */
export function renderFindings(shell: Shell, findings: readonly Finding[], counts: Counts): string {
  const lines = findings.map((finding) => {
    const { number, level, messageZh, messageEn, suggestionZh, suggestionEn } = finding
    const message = shell.say({ zh: messageZh, en: messageEn })
    const suggestion = shell.say({ zh: suggestionZh, en: suggestionEn })
    return `${number}. [${shell.say(LEVELS[level])}] ${placeOf(finding)}\n   ${message}\n   → ${suggestion}`
  })
  return [...lines, summary(shell, counts)].join('\n')
}
