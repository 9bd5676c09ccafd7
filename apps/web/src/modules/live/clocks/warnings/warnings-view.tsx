import type { MerchantWarnings } from '@zhanggui/contract'
import { Button } from 'antd'
import { useState } from 'react'
import { usePermissions } from '../../../../app/use-permissions.ts'
import { useStrings } from '../../../../locale/strings.ts'
import { EmptyState } from '../../../../parts/empty-state.tsx'
import { Panel } from '../../../../parts/panel.tsx'
import { useWarnings } from '../use-clocks.ts'
import { useNow } from '../use-now.ts'
import { RaiseDialog } from './raise-dialog.tsx'
import { WarningRow } from './warning-row.tsx'
import { warningStrings } from './warning-strings.ts'
import styles from './warnings.module.css'

const HEIGHT = 320

/** Warnings of the platform to the merchant, and the plan that each of them wants in time. */
export default function WarningsView() {
  const t = useStrings(warningStrings)
  const warnings = useWarnings()
  const [raising, setRaising] = useState(false)
  const mayAct = usePermissions().includes('live:act')
  const raise = mayAct && (
    <Button type="primary" onClick={() => setRaising(true)}>
      {t.raise}
    </Button>
  )
  return (
    <Panel<MerchantWarnings>
      title={t.title}
      note={t.note}
      extra={raise}
      query={warnings}
      height={HEIGHT}
      isEmpty={(data) => data.warnings.length === 0 && !raising}
      empty={<EmptyState title={t.none} text={t.noneText} />}
    >
      {(data) => (
        <>
          <List data={data} arrivedAt={warnings.dataUpdatedAt} />
          {raising && <RaiseDialog onClose={() => setRaising(false)} />}
        </>
      )}
    </Panel>
  )
}

function List({ data, arrivedAt }: { data: MerchantWarnings; arrivedAt: number }) {
  const moment = useNow({ now: data.now, arrivedAt })
  return (
    <ul className={styles.list}>
      {data.warnings.map((warning) => (
        <WarningRow key={warning.id} warning={warning} moment={moment} />
      ))}
    </ul>
  )
}
