import type { CoreFigures } from '@zhanggui/contract'
import { Alert } from 'antd'
import { useStrings } from '../../../locale/strings.ts'
import stack from '../../../parts/stack.module.css'
import { strings } from '../strings.ts'
import styles from '../trade.module.css'
import { CoreStrip } from './core-strip.tsx'
import { ExpiryCard } from './expiry-card.tsx'
import { JournalCard } from './journal-card.tsx'

/** Everything that is known of a core that runs; first of all whether it still takes orders. */
export function RunningCore({ figures }: { figures: CoreFigures }) {
  const t = useStrings(strings)
  const fault = figures.journal?.fault
  return (
    <div className={stack.stack}>
      {fault && <Alert type="error" showIcon title={t.faultTitle} description={fault.message} />}
      <CoreStrip figures={figures} />
      <div className={styles.halves}>
        <ExpiryCard buckets={figures.expiring} />
        <JournalCard figures={figures} />
      </div>
    </div>
  )
}
