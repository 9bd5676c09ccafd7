import type { Availability } from '@zhanggui/contract'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import type { Column } from '../../../parts/data-table.tsx'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { FigureStrip, FigureTile } from '../../../parts/figure-strip.tsx'
import stack from '../../../parts/stack.module.css'
import { ReasonForm } from './reason-form.tsx'
import { strings } from './strings.ts'
import { TitledTable } from './titled-table.tsx'
import { useMoveSite } from './use-availability.ts'

type Site = NonNullable<Availability['site']>
type Switch = Site['switches'][number]
type Load = Site['loads'][number]

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
        <Loads loads={site.loads} />
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

const ROOM_COLOURS = { has_room: 'var(--green)', full: 'var(--red)', silent: 'var(--amber)' } as const

/** What the sites say of themselves: who could take in a shop that is too much for another. */
function Loads({ loads }: { loads: readonly Load[] }) {
  const t = useStrings(strings)
  const format = useFormat()
  if (loads.length === 0) return null
  const columns: Column<Load>[] = [
    { key: 'site', title: t.site, render: ({ site }) => site },
    { key: 'level', title: t.level, render: ({ level }) => t[`level${level}`] },
    { key: 'busy', title: t.busy, numeric: true, render: ({ busy }) => format.percent(busy) },
    { key: 'told', title: t.told, numeric: true, render: ({ ageMs }) => t.ago(format.count(Math.round(ageMs / 1000))) },
    {
      key: 'room',
      title: t.room,
      render: ({ room }) => <span style={{ color: ROOM_COLOURS[room] }}>{t[room]}</span>,
    },
  ]
  return <TitledTable title={t.loads} columns={columns} rows={loads} rowKey={({ site }) => site} />
}

function Switches({ switches }: { switches: readonly Switch[] }) {
  const t = useStrings(strings)
  const format = useFormat()
  const columns: Column<Switch>[] = [
    { key: 'at', title: t.at, render: ({ at }) => format.instant(at) },
    { key: 'to', title: t.to, render: ({ site }) => site },
    { key: 'from', title: t.from, render: ({ cameFrom }) => cameFrom ?? '–' },
    { key: 'why', title: t.why, render: ({ why }) => (why ? t[why] : '–') },
    {
      key: 'waited',
      title: t.waited,
      numeric: true,
      render: ({ waitedMs }) => (waitedMs === null ? '–' : t.ms(format.count(waitedMs))),
    },
  ]
  return <TitledTable title={t.switches} columns={columns} rows={switches} rowKey={({ epoch }) => String(epoch)} />
}
