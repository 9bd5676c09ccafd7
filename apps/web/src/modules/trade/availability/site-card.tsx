import type { Availability } from '@zhanggui/contract'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { FigureStrip, FigureTile } from '../../../parts/figure-strip.tsx'
import stack from '../../../parts/stack.module.css'
import { ReasonForm } from './reason-form.tsx'
import { strings } from './strings.ts'
import { useMoveSite } from './use-availability.ts'

type Site = NonNullable<Availability['site']>
type Switch = Site['switches'][number]

/** Which site decides, who could take over, and every time that changed. */
export function SiteCard({ site }: { site: Availability['site'] }) {
  const t = useStrings(strings)
  const maySteer = usePermissions().includes('trade:write')
  if (!site)
    return (
      <Card title={t.sites} note={t.sitesNote}>
        <EmptyState title={t.sitesEmpty} text={t.sitesEmptyText} />
      </Card>
    )
  return (
    <Card title={t.sites} note={t.sitesNote}>
      <div className={stack.stack}>
        <FigureStrip label={t.sites}>
          <FigureTile label={t.thisSite} value={`${site.site} · ${t[site.role]}`} />
          <FigureTile label={t.leader} value={site.leader ?? t.nobody} />
          <FigureTile label={t.lease} value={t.seconds(String(site.leaseMs / 1000))} exact={site.leaseMs} />
        </FigureStrip>
        {maySteer && site.role === 'leading' && site.follower && <HandOver />}
        <Switches switches={site.switches} />
      </div>
    </Card>
  )
}

function HandOver() {
  const t = useStrings(strings)
  const moving = useMoveSite(useStoreId())
  return (
    <ReasonForm
      button={t.handOver}
      isPending={moving.isPending}
      error={moving.error}
      onSend={({ reason }) => moving.mutate({ move: 'hand_over', reason, acceptLoss: false })}
    />
  )
}

function Switches({ switches }: { switches: readonly Switch[] }) {
  const t = useStrings(strings)
  const format = useFormat()
  const columns: Column<Switch>[] = [
    { key: 'at', title: t.at, render: ({ at }) => format.instant(at) },
    { key: 'to', title: t.to, render: ({ site }) => site },
    { key: 'from', title: t.from, render: ({ cameFrom }) => cameFrom ?? '–' },
    {
      key: 'waited',
      title: t.waited,
      numeric: true,
      render: ({ waitedMs }) => (waitedMs === null ? '–' : t.ms(format.count(waitedMs))),
    },
  ]
  return <DataTable columns={columns} rows={switches} rowKey={({ epoch }) => String(epoch)} label={t.switches} />
}
