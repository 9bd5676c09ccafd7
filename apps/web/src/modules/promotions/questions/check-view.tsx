import type { PromotionFinding } from '@zhanggui/contract'
import { Button } from 'antd'
import { useState } from 'react'
import { useFormat } from '../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { Problem } from '../../../parts/problem.tsx'
import type { PromotionProps } from '../design/designer.tsx'
import { useCheckPromotion } from '../use-promotions.ts'
import { foldByCode } from './fold-by-code.ts'
import styles from './questions.module.css'
import { strings } from './strings.ts'

/** What stands in the way of publishing, with its evidence. */
export default function CheckView({ at, promotion: { checked } }: PromotionProps) {
  const t = useStrings(strings)
  const check = useCheckPromotion(at)
  const run = (
    <Button loading={check.isPending} onClick={() => check.mutate()}>
      {t.run}
    </Button>
  )
  return (
    <Card title={t.findings} note={t.note} extra={run}>
      {check.error && <Problem compact error={check.error} />}
      {!checked && <EmptyState title={t.notYet} text={t.notYetText} />}
      {checked?.findings.length === 0 && <EmptyState title={t.clean} text={t.cleanText} />}
      {checked &&
        foldByCode(checked.findings).map((group) => <FindingGroup key={group.code} findings={group.findings} />)}
    </Card>
  )
}

/** How many of a kind are shown before somebody asks for all of them. */
const SHOWN = 5

function FindingGroup({ findings }: { findings: readonly PromotionFinding[] }) {
  const t = useStrings(strings)
  const format = useFormat()
  const [isOpen, setOpen] = useState(false)
  const shown = isOpen ? findings : findings.slice(0, SHOWN)
  return (
    <>
      <ul className={styles.findings}>
        {shown.map((finding) => (
          <Finding key={`${finding.ruleIds.join()}/${finding.en}`} finding={finding} />
        ))}
      </ul>
      {shown.length < findings.length && (
        <Button type="link" onClick={() => setOpen(true)}>
          {t.more(format.count(findings.length - shown.length))}
        </Button>
      )}
    </>
  )
}

function Finding({ finding }: { finding: PromotionFinding }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const level = { error: t.error, warning: t.warning, note: t.noteLevel }[finding.severity]
  return (
    <li className={styles.finding} data-severity={finding.severity} data-code={finding.code}>
      <span className={styles.level}>{level}</span>
      <span>{finding[language]}</span>
    </li>
  )
}
