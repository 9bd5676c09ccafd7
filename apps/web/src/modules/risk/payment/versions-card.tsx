import type { RiskScorecardVersion, RiskStanding } from '@zhanggui/contract'
import { Alert, Button } from 'antd'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { Problem } from '../../../parts/problem.tsx'
import stack from '../../../parts/stack.module.css'
import { strings } from './strings.ts'
import { useActivate } from './use-risk.ts'

/** Every version, and the way to put one in force, an older one again, or none. */
export function VersionsCard({ standing: { versions, inForce } }: { standing: RiskStanding }) {
  const t = useStrings(strings)
  const mayAsk = usePermissions().includes('plan:write')
  const activating = useActivate(useStoreId())
  const ask = (version: number, reason: string) => activating.mutate({ version, reason })
  const columns = useColumns(inForce?.version ?? 0, activating.isPending, mayAsk ? ask : undefined)
  const off = (
    <Button onClick={() => ask(0, t.switchOff)} loading={activating.isPending}>
      {t.switchOff}
    </Button>
  )
  return (
    <Card title={t.versions} note={t.versionsNote} extra={mayAsk && inForce ? off : undefined}>
      <div className={stack.stack}>
        {activating.data && <Alert type="info" showIcon title={activating.data.performed ? t.performed : t.waiting} />}
        {activating.error && <Problem error={activating.error} compact />}
        <DataTable columns={columns} rows={versions} rowKey={({ version }) => String(version)} label={t.versions} />
      </div>
    </Card>
  )
}

function useColumns(
  inForce: number,
  isPending: boolean,
  ask: ((version: number, reason: string) => void) | undefined,
): Column<RiskScorecardVersion>[] {
  const t = useStrings(strings)
  const format = useFormat()
  const learnt = ({ body: { learntFrom } }: RiskScorecardVersion) =>
    learntFrom ? t.learntOf(format.count(learntFrom.orders), format.count(learntFrom.frauds)) : t.byHand
  return [
    { key: 'version', title: t.version, render: ({ version }) => `v${version}` },
    { key: 'learnt', title: t.learnt, render: learnt },
    { key: 'auc', title: t.auc, numeric: true, render: ({ body }) => body.learntFrom?.auc?.toFixed(3) ?? '–' },
    { key: 'verify', title: t.verifyFrom, numeric: true, render: ({ body }) => String(body.verifyFrom) },
    { key: 'deny', title: t.denyFrom, numeric: true, render: ({ body }) => String(body.denyFrom) },
    { key: 'reason', title: t.reasonOf, render: ({ reason }) => reason },
    { key: 'at', title: t.at, render: ({ madeAt }) => format.instant(madeAt) },
    {
      key: 'act',
      title: t.act,
      render: ({ version, reason }) =>
        version === inForce ? (
          t.current
        ) : (
          <Button size="small" disabled={!ask} loading={isPending} onClick={() => ask?.(version, reason)}>
            {t.activate}
          </Button>
        ),
    },
  ]
}
