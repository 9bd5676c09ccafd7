import type { LaunchExposure, LaunchLot, LaunchReport } from '@zhanggui/contract'
import { useShopInstant } from '../../../app/use-shop-instant.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { FigureStrip, FigureTile, FigureWords } from '../../../parts/figure-strip.tsx'
import stack from '../../../parts/stack.module.css'
import { SeedingTable } from './seeding-table.tsx'
import { strings } from './strings.ts'
import { WeightTile } from './weight-tile.tsx'

/** One launch: when and how it sells, what each channel has left, and its exposure. */
export function LaunchCard({ launch }: { launch: LaunchReport }) {
  const t = useStrings(strings)
  const format = useFormat()
  const instantOf = useShopInstant()
  const { name, kind, state, opensAt, buyerLimit, searchWeight, seeding, lots, exposure, boost } = launch
  return (
    <Card title={`${name} · ${t[kind]}`}>
      <div className={stack.stack}>
        <FigureStrip label={name}>
          <FigureTile label={t.opens} value={instantOf(opensAt)}>
            <FigureWords>{`${t[state]} · ${t.limit(format.count(buyerLimit))}`}</FigureWords>
          </FigureTile>
          <Exposure exposure={exposure} />
          {searchWeight > 1 && <WeightTile weight={searchWeight} boost={boost} />}
        </FigureStrip>
        <Lots lots={lots} label={name} />
        {launch.creators.length > 0 && <SeedingTable launch={launch} />}
        {seeding.length > 0 && <FigureWords>{`${t.notes}：${seeding.join('；')}`}</FigureWords>}
      </div>
    </Card>
  )
}

function Exposure({ exposure }: { exposure: LaunchExposure | null }) {
  const t = useStrings(strings)
  const format = useFormat()
  if (!exposure)
    return (
      <FigureTile label={t.exposure} value="–">
        <FigureWords>{t.noCompare}</FigureWords>
      </FigureTile>
    )
  const { days, own, compared, over, goal, isMet } = exposure
  const count = (value: number | null): string => format.exact(value, 'count')
  const verdict = isMet === null ? t.noEvents : `${isMet ? t.met : t.missed} · ${t.goal(format.percent(goal))}`
  return (
    <>
      <FigureTile label={t.exposure} value={count(own)} exact={own}>
        <FigureWords>{t.exposureText(format.count(days), count(compared))}</FigureWords>
      </FigureTile>
      <FigureTile
        label={t.over}
        value={over === null ? '–' : `${over > 0 ? '+' : ''}${format.percent(over)}`}
        exact={over}
        tone={isMet === false ? 'warn' : undefined}
      >
        <FigureWords>{verdict}</FigureWords>
      </FigureTile>
    </>
  )
}

function Lots({ lots, label }: { lots: readonly LaunchLot[]; label: string }) {
  const t = useStrings(strings)
  const format = useFormat()
  const units = (key: 'free' | 'held' | 'sold', title: string): Column<LaunchLot> => ({
    key,
    title,
    numeric: true,
    render: (lot) => {
      const value = lot[key]
      return value === null ? '–' : <span data-value={value}>{format.count(value)}</span>
    },
  })
  const columns: Column<LaunchLot>[] = [
    {
      key: 'channel',
      title: t.channel,
      render: ({ channel, isOpened }) => (isOpened ? channel : `${channel} · ${t.notYet}`),
    },
    { key: 'allocated', title: t.allocated, numeric: true, render: ({ allocated }) => format.count(allocated) },
    units('sold', t.sold),
    units('held', t.held),
    units('free', t.free),
  ]
  return <DataTable columns={columns} rows={lots} rowKey={({ channel }) => channel} label={label} />
}
