import type { CheckedFinding } from '@zhanggui/contract'
import { Button } from 'antd'
import { useState } from 'react'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import type { PlanAt } from '../plans/use-plans.ts'
import { FindingRow } from './finding-row.tsx'
import type { Similar } from './fold-similar.ts'
import styles from './similar-findings.module.css'
import { checkStrings } from './strings.ts'

type Props = { at: PlanAt; similar: Similar; onAcknowledge: (finding: CheckedFinding) => void }

/** Findings of one rule, the many folded behind a button. */
export function SimilarFindings({ at, similar, onAcknowledge }: Props) {
  const t = useStrings(checkStrings)
  const format = useFormat()
  const [open, setOpen] = useState(false)
  const rows = open ? [...similar.shown, ...similar.folded] : similar.shown
  return (
    <>
      {rows.map((finding) => (
        <FindingRow key={finding.key} at={at} finding={finding} onAcknowledge={onAcknowledge} />
      ))}
      {similar.folded.length > 0 && (
        <li className={styles.more}>
          <Button type="link" size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? t.fold : t.moreSimilar(format.count(similar.folded.length))}
          </Button>
        </li>
      )}
    </>
  )
}
