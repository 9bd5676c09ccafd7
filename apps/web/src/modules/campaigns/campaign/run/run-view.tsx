import type { RunSheet, RunSheetLine } from '@zhanggui/contract'
import { Button } from 'antd'
import { useState } from 'react'
import { useStrings } from '../../../../locale/strings.ts'
import { Card } from '../../../../parts/card.tsx'
import { EmptyState } from '../../../../parts/empty-state.tsx'
import { PanelBody } from '../../../../parts/panel.tsx'
import stack from '../../../../parts/stack.module.css'
import { useRunSheet } from '../../use-campaigns.ts'
import styles from '../campaign.module.css'
import type { CampaignProps } from '../campaign-page.tsx'
import { strings } from '../strings.ts'
import { RunLineRow } from './run-line-row.tsx'
import { ShiftDialog } from './shift-dialog.tsx'

const HEIGHT = 520

/** The burst day by the minute: what is on now, what comes next, and every line with how it went. */
export default function RunView(props: CampaignProps) {
  const t = useStrings(strings)
  return (
    <PanelBody<RunSheet>
      query={useRunSheet(props.at)}
      height={HEIGHT}
      isEmpty={({ lines }) => lines.length === 0}
      empty={<EmptyState title={t.sheetEmpty} text={t.sheetEmptyText} />}
    >
      {(sheet) => <Sheet {...props} sheet={sheet} />}
    </PanelBody>
  )
}

function Sheet({ sheet, ...props }: CampaignProps & { sheet: RunSheet }) {
  const t = useStrings(strings)
  const [isShifting, setShifting] = useState(false)
  const rows = (lines: readonly RunSheetLine[]) =>
    lines.map((line) => <RunLineRow key={line.id} {...props} line={line} />)
  const shift = props.mayWrite && sheet.next && <Button onClick={() => setShifting(true)}>{t.shift}</Button>
  return (
    <div className={stack.stack}>
      <div className={styles.columns}>
        <Card title={t.nowOn}>
          {sheet.now.length === 0 ? (
            <p className={styles.note}>{t.nothingOn}</p>
          ) : (
            <ul className={styles.list}>{rows(sheet.now)}</ul>
          )}
        </Card>
        <Card title={t.nextUp} extra={shift}>
          {sheet.next ? (
            <ul className={styles.list}>{rows([sheet.next])}</ul>
          ) : (
            <p className={styles.note}>{t.nothingNext}</p>
          )}
        </Card>
      </div>
      <Card title={t.run}>
        <ul className={styles.list}>{rows(sheet.lines)}</ul>
      </Card>
      {isShifting && sheet.next && (
        <ShiftDialog at={props.at} fromAt={sheet.next.body.at} onClose={() => setShifting(false)} />
      )}
    </div>
  )
}
