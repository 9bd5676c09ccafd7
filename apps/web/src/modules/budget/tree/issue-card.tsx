import type { BudgetIssue, BudgetWorkedOut, OpenBudgetLevel, PlanDetail } from '@zhanggui/contract'
import { Button } from 'antd'
import { useState } from 'react'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import type { PlanAt } from '../../goals/plans/use-plans.ts'
import styles from './issue-card.module.css'
import { ReadingsDialog } from './readings-dialog.tsx'
import { treeStrings } from './tree-strings.ts'

type Props = {
  at: PlanAt
  plan: PlanDetail
  workedOut: BudgetWorkedOut
  dirty: boolean
  editable: boolean
  nameOf: (id: string) => string
  onJump: (lineId: string) => void
}

/** What stands in the way of approval, each with its place and what to do; unclear shares open their readings. */
export function IssueCard({ at, plan, workedOut, dirty, editable, nameOf, onJump }: Props) {
  const t = useStrings(treeStrings)
  const [open, setOpen] = useState<OpenBudgetLevel | null>(null)
  const { issues, openLevels } = workedOut
  if (issues.length === 0) return <Card title={t.issues}>{t.issuesNone}</Card>
  const levelOf = (issue: BudgetIssue) =>
    issue.code === 'ambiguous_shares' ? openLevels.find((level) => level.parentId === issue.parentId) : undefined
  return (
    <Card title={`${t.issues} ${issues.length}`}>
      <ul className={styles.list}>
        {issues.map((issue) => {
          const level = levelOf(issue)
          return (
            <li key={`${issue.code}:${issue.parentId}:${issue.lineIds.join()}`} className={styles.item}>
              <IssueText issue={issue} nameOf={nameOf} />
              <span className={styles.actions}>
                {level && (
                  <Button type="primary" ghost size="small" onClick={() => setOpen(level)}>
                    {t.readings}
                  </Button>
                )}
                <Button size="small" onClick={() => onJump(placeOf(issue))}>
                  {t.jump}
                </Button>
              </span>
            </li>
          )
        })}
      </ul>
      {open && (
        <ReadingsDialog
          at={at}
          level={open}
          revision={plan.revisions.budget}
          blocked={dirty ? t.saveFirst : null}
          editable={editable}
          onClose={() => setOpen(null)}
        />
      )}
    </Card>
  )
}

/** A level is mended at its parent, a line at itself. */
const placeOf = ({ parentId, lineIds }: BudgetIssue): string =>
  lineIds.length === 1 ? (lineIds[0] ?? '') : (parentId ?? lineIds[0] ?? '')

function IssueText({ issue, nameOf }: { issue: BudgetIssue; nameOf: (id: string) => string }) {
  const zh = useLanguage() === 'zh'
  const where = issue.lineIds.length === 1 ? nameOf(issue.lineIds[0] ?? '') : issue.parentId && nameOf(issue.parentId)
  return (
    <span>
      {where && <span className={styles.where}>{where} · </span>}
      <span className={styles.what}>{zh ? issue.messageZh : issue.messageEn}</span>
      <br />
      <span className={styles.hint}>{zh ? issue.suggestionZh : issue.suggestionEn}</span>
    </span>
  )
}
