import type { TreeFaultCode } from '@zhanggui/goals'
import type { Finding, FindingLevel } from '../finding.ts'
import type { PlanView } from './plan-view.ts'
import type { Rule } from './rule.ts'
import { goalName } from './words.ts'

/** The engine says what is wrong and, behind the last semicolon, what to do. */
function parted(text: string, mark: string): { message: string; suggestion: string } {
  const end = text.replace(/[。.]$/, '')
  const at = end.lastIndexOf(mark)
  return at < 0
    ? { message: end, suggestion: end }
    : { message: end.slice(0, at), suggestion: end.slice(at + mark.length).trim() }
}

/** A rule over what the goal engine finds in the tree of goals; findings and words are the engine's. */
export function goalTreeRule(declared: {
  id: string
  code: TreeFaultCode
  level: FindingLevel
  rows: readonly string[]
  field: string
}): Rule {
  const { id: rule, code, level, rows, field } = declared
  const check = ({ goalFaults, goals }: PlanView): Omit<Finding, 'number'>[] =>
    goalFaults
      .filter((fault) => fault.code === code)
      .map(({ goal, others, messageZh, messageEn }) => {
        const zh = parted(messageZh, '；')
        const en = parted(messageEn, '; ')
        const names = others.map((id) => goals.get(id)).map((g) => (g ? goalName(g) : ''))
        return {
          rule,
          level,
          at: { part: 'goals', id: goal, field },
          source: null,
          figures: { goal, others: names.join('、') || null },
          messageZh: zh.message,
          messageEn: en.message,
          suggestionZh: zh.suggestion,
          suggestionEn: en.suggestion,
          rows,
        }
      })
  return { rule, level, rows, check }
}
