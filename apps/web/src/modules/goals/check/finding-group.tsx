import type { CheckedFinding } from '@zhanggui/contract'
import { useFormat } from '../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { listName } from '../plans/field-names.ts'
import type { PlanAt } from '../plans/use-plans.ts'
import type { FindingGroup } from './filter-findings.ts'
import styles from './finding-group.module.css'
import { foldSimilar } from './fold-similar.ts'
import { SimilarFindings } from './similar-findings.tsx'
import { checkStrings } from './strings.ts'

type Props = { at: PlanAt; group: FindingGroup; onAcknowledge: (finding: CheckedFinding) => void }

/** The findings of one level in one part of the plan. */
export function FindingGroupCard({ at, group, onAcknowledge }: Props) {
  const t = useStrings(checkStrings)
  const format = useFormat()
  const language = useLanguage()
  const title = `${t[group.state]} · ${listName(group.part, language)}`
  return (
    <Card title={title} note={t.count(format.count(group.findings.length))}>
      <ul className={styles.list}>
        {foldSimilar(group.findings).map((similar) => (
          <SimilarFindings key={similar.rule} at={at} similar={similar} onAcknowledge={onAcknowledge} />
        ))}
      </ul>
    </Card>
  )
}
