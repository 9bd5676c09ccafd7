import type { ReserveView as Reserve } from '@zhanggui/contract'
import { Button, Tag } from 'antd'
import { useState } from 'react'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { FigureStrip, FigureTile } from '../../../parts/figure-strip.tsx'
import { PanelBody } from '../../../parts/panel.tsx'
import stack from '../../../parts/stack.module.css'
import type { BudgetProps } from '../budget-home.tsx'
import { ReleaseDialog } from './release-dialog.tsx'
import { ReleaseTable } from './release-table.tsx'
import { reserveStrings } from './reserve-strings.ts'
import { useReserves } from './use-reserve.ts'

/** The reserve: what it holds, asking for some of it, and what became of each release. */
export default function ReserveView({ at, plan }: BudgetProps) {
  const t = useStrings(reserveStrings)
  return (
    <PanelBody<Reserve[]>
      query={useReserves(at)}
      height={320}
      isEmpty={(reserves) => reserves.length === 0}
      empty={
        <Card>
          <EmptyState title={t.none} text={t.noneText} />
        </Card>
      }
    >
      {(reserves) => (
        <div className={stack.stack}>
          {reserves.map((reserve) => (
            <OneReserve key={reserve.lineId} at={at} plan={plan} reserve={reserve} />
          ))}
        </div>
      )}
    </PanelBody>
  )
}

function OneReserve({ at, plan, reserve }: BudgetProps & { reserve: Reserve }) {
  const t = useStrings(reserveStrings)
  const format = useFormat(plan.currency)
  const mayPost = usePermissions().includes('budget:post')
  const [asking, setAsking] = useState(false)
  const figures = [
    [t.held, reserve.heldCents],
    [t.planned, reserve.plannedCents],
    [t.released, reserve.releasedCents],
    [t.restored, reserve.restoredCents],
  ] as const
  return (
    <Card
      title={reserve.name || t.title}
      note={reserve.plannedCents === 0 ? t.notOpened : t.note}
      extra={
        <>
          {reserve.untouched && <Tag color="success">{t.untouched}</Tag>}
          {mayPost && (
            <Button type="primary" disabled={reserve.heldCents <= 0} onClick={() => setAsking(true)}>
              {t.ask}
            </Button>
          )}
        </>
      }
    >
      <div className={stack.stack}>
        <FigureStrip>
          {figures.map(([label, value]) => (
            <FigureTile
              key={label}
              label={label}
              value={format.short(value, 'money')}
              exact={value}
              title={format.exact(value, 'money')}
            />
          ))}
        </FigureStrip>
        {reserve.releases.length > 0 && (
          <ReleaseTable at={at} plan={plan} releases={reserve.releases} mayPost={mayPost} />
        )}
      </div>
      {asking && <ReleaseDialog at={at} plan={plan} reserve={reserve} onClose={() => setAsking(false)} />}
    </Card>
  )
}
