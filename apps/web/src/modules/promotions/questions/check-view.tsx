import type { PromotionFinding } from '@zhanggui/contract'
import { Button } from 'antd'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { Problem } from '../../../parts/problem.tsx'
import type { PromotionProps } from '../design/designer.tsx'
import { useCheckPromotion } from '../use-promotions.ts'
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
      <ul className={styles.findings}>
        {checked?.findings.map((finding) => (
          <Finding key={`${finding.code}/${finding.ruleIds.join()}/${finding.en}`} finding={finding} />
        ))}
      </ul>
    </Card>
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
