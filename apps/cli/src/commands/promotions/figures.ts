import type { PromotionFinding, PromotionState } from '@zhanggui/contract'
import { formatFigure } from '../../output/format-figure.ts'
import type { Bilingual } from '../../output/language.ts'
import type { Shell } from '../../shell.ts'

const STATES: Readonly<Record<PromotionState, Bilingual>> = {
  draft: { zh: '草稿', en: 'draft' },
  checked: { zh: '已检查', en: 'checked' },
  waiting: { zh: '待审批', en: 'waiting' },
  approved: { zh: '待开始', en: 'approved' },
  active: { zh: '进行中', en: 'active' },
  ended: { zh: '已结束', en: 'ended' },
  stopped: { zh: '已停止', en: 'stopped' },
}

export const stateText = (shell: Shell, state: PromotionState): string => shell.say(STATES[state])

export const moneyText = (shell: Shell, cents: number | null, currency = 'CNY'): string =>
  formatFigure(cents, { unit: 'money', currency, language: shell.language })

const SEVERITIES: Readonly<Record<PromotionFinding['severity'], Bilingual>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '提醒', en: 'warning' },
  note: { zh: '说明', en: 'note' },
}

/** Findings one a line, numbered; or that there is none. */
export function findingLines(shell: Shell, findings: readonly PromotionFinding[]): string {
  if (findings.length === 0) return shell.say({ zh: '没有发现问题', en: 'Nothing was found' })
  return findings
    .map((f, i) => `${i + 1}. [${shell.say(SEVERITIES[f.severity])}] ${shell.say({ zh: f.zh, en: f.en })}`)
    .join('\n')
}

export const hasError = (findings: readonly PromotionFinding[]): boolean =>
  findings.some(({ severity }) => severity === 'error')
