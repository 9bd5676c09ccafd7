import { type BudgetIssueCode, describeIssue } from '@zhanggui/budget'
import type { Finding, FindingLevel } from '../finding.ts'
import type { PlanView } from './plan-view.ts'
import type { Rule } from './rule.ts'
import { lineName } from './words.ts'

/** A level is shown at its heading, the top level at the budget as a whole, a line at itself. */
const placeOf = (
  { lineIds, parentId }: { lineIds: readonly string[]; parentId: string | null },
  ofLevel: boolean,
): string | null => (ofLevel ? parentId : (lineIds[0] ?? null))

/**
 * A rule over what the budget engine finds in the tree of lines. Sums, residuals and words are the engine's; the rule gives
 * them a level and a place.
 */
export function budgetIssueRule(declared: {
  id: string
  code: BudgetIssueCode
  level: FindingLevel
  rows: readonly string[]
  field: string
  /** The issue speaks of all lines of a level. */
  ofLevel?: boolean
}): Rule {
  const { id: rule, code, level, rows, field, ofLevel = false } = declared
  const check = ({ budget, lines }: PlanView): Omit<Finding, 'number'>[] =>
    (budget?.issues ?? [])
      .filter((issue) => issue.code === code)
      .map((issue) => {
        const names = issue.lineIds.map((id) => lineName(lines.get(id))).join('、')
        const { zh, en, suggestionZh, suggestionEn } = describeIssue(issue)
        return {
          rule,
          level,
          at: { part: 'budget', id: placeOf(issue, ofLevel), field },
          source: null,
          figures: { ...issue.figures, lines: names },
          messageZh: `${names}：${zh}`,
          messageEn: `${names}: ${en}`,
          suggestionZh,
          suggestionEn,
          rows,
        }
      })
  return { rule, level, rows, check }
}
