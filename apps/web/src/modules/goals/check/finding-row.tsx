import type { CheckedFinding } from '@zhanggui/contract'
import { Button } from 'antd'
import { Link } from 'react-router'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { findingLink } from '../plans/part-links.ts'
import type { PlanAt } from '../plans/use-plans.ts'
import { stateOf } from './filter-findings.ts'
import { FindingBasis } from './finding-basis.tsx'
import styles from './finding-row.module.css'
import { checkStrings } from './strings.ts'
import { useWithdraw } from './use-findings.ts'

type Props = { at: PlanAt; finding: CheckedFinding; onAcknowledge: (finding: CheckedFinding) => void }

/** One finding: its number, what is wrong, what to do, and the way to the cell. */
export function FindingRow({ at, finding, onAcknowledge }: Props) {
  const zh = useLanguage() === 'zh'
  const format = useFormat()
  return (
    <li className={styles.row} data-state={stateOf(finding)} data-rule={finding.rule}>
      <span className={styles.number} data-value={finding.number}>
        {finding.number}
      </span>
      <div className={styles.words}>
        <p className={styles.message}>{format.daysInText(zh ? finding.messageZh : finding.messageEn)}</p>
        <p className={styles.suggestion}>{format.daysInText(zh ? finding.suggestionZh : finding.suggestionEn)}</p>
        <Accepted finding={finding} />
        <FindingBasis finding={finding} />
      </div>
      <Actions at={at} finding={finding} onAcknowledge={onAcknowledge} />
    </li>
  )
}

function Accepted({ finding: { acknowledged } }: { finding: CheckedFinding }) {
  const t = useStrings(checkStrings)
  const format = useFormat()
  if (!acknowledged) return null
  return (
    <p className={styles.accepted}>
      {t.acceptedBy(acknowledged.by, format.instant(acknowledged.at), acknowledged.reason)}
    </p>
  )
}

function Actions({ at, finding, onAcknowledge }: Props) {
  const t = useStrings(checkStrings)
  const mayWrite = usePermissions().includes('plan:write')
  const withdraw = useWithdraw(at)
  const state = stateOf(finding)
  return (
    <div className={styles.actions}>
      <Link className={styles.go ?? ''} to={findingLink(at, finding)}>
        {t.goThere}
      </Link>
      {mayWrite && (state === 'warning' || state === 'note') && (
        <Button size="small" onClick={() => onAcknowledge(finding)}>
          {t.acknowledge}
        </Button>
      )}
      {mayWrite && state === 'acknowledged' && (
        <Button size="small" loading={withdraw.isPending} onClick={() => withdraw.mutate(finding.key)}>
          {t.withdraw}
        </Button>
      )}
    </div>
  )
}
