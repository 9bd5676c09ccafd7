import type { RegionTargets } from '@zhanggui/contract'
import { useDeferredValue, useState } from 'react'
import { useFormat } from '../../../../format/use-format.ts'
import { useStrings } from '../../../../locale/strings.ts'
import { Card } from '../../../../parts/card.tsx'
import { ChangeMark } from '../../../../parts/change-mark.tsx'
import { DataTable } from '../../../../parts/data-table.tsx'
import { FigureCell } from '../../../../parts/figure-cell.tsx'
import { PanelBody } from '../../../../parts/panel.tsx'
import type { GoalsProps } from '../goals-home.tsx'
import tag from '../status-tag.module.css'
import styles from './balance.module.css'
import { PercentField } from './percent-field.tsx'
import { balanceStrings } from './strings.ts'
import { useProposal } from './use-balance.ts'
import { WriteButton } from './write-button.tsx'

const QUADRANTS = ['breakthrough', 'consolidate', 'deepen', 'watch'] as const
type Quadrant = (typeof QUADRANTS)[number]
type Row = RegionTargets['regions'][number]

const START: Record<Quadrant, number> = { breakthrough: 15_000, consolidate: 11_000, deepen: 10_500, watch: 10_000 }
const TONE: Readonly<Record<Quadrant, string | undefined>> = {
  breakthrough: tag.atRisk,
  consolidate: tag.achieved,
  deepen: tag.achieved,
  watch: undefined,
}

/** Where to break through and what to hold: regions by penetration and spending, with targets that sum to the year's. */
export default function RegionsCard({ at, view, editable }: GoalsProps) {
  const t = useStrings(balanceStrings)
  const [lift, change] = useState(START)
  const asked = { revision: view.revision, lift }
  const shown = useDeferredValue(JSON.stringify(asked))
  const format = useFormat(view.currency)
  const regions = useProposal<RegionTargets>(at, 'regions', JSON.parse(shown) as object)
  return (
    <Card title={t.regions} note={t.regionsNote}>
      <div className={styles.fields}>
        {QUADRANTS.map((quadrant) => (
          <PercentField
            key={quadrant}
            label={t.liftOf(t[quadrant])}
            value={lift[quadrant] - 10_000}
            min={-100}
            onChange={(bp) => change((before) => ({ ...before, [quadrant]: bp + 10_000 }))}
          />
        ))}
      </div>
      <PanelBody<RegionTargets> query={regions} height={360}>
        {(data) => (
          <>
            <RegionTable data={data} currency={view.currency} />
            <p className={styles.note}>
              {t.measuredBy(format.dayRange(data.range))}
              {t.potentialNote}
            </p>
            {editable && (
              <div className={styles.write}>
                <WriteButton at={at} part="regions" asked={asked} disabled={regions.isPlaceholderData} />
              </div>
            )}
          </>
        )}
      </PanelBody>
    </Card>
  )
}

/** People out of ten thousand: the share of a province that buys in one shop is far below a percent. */
const perTenThousand = (penetration: number): string => (penetration * 10_000).toFixed(2)

function RegionTable({ data, currency }: { data: RegionTargets; currency: string }) {
  const t = useStrings(balanceStrings)
  const format = useFormat(currency)
  const money = (value: number) => <FigureCell value={value} unit="money" format={format} />
  return (
    <DataTable<Row>
      label={t.regions}
      rows={data.regions}
      rowKey={(r) => r.region}
      columns={[
        { key: 'region', title: t.region, render: (r) => r.region || t.unknownValue },
        {
          key: 'quadrant',
          title: t.quadrant,
          render: (r) =>
            r.quadrant === null ? '–' : <span className={`${tag.tag} ${TONE[r.quadrant] ?? ''}`}>{t[r.quadrant]}</span>,
        },
        { key: 'buyers', title: t.buyers, numeric: true, render: (r) => format.count(r.buyers) },
        {
          key: 'penetration',
          title: t.penetration,
          numeric: true,
          render: (r) => (r.penetration === null ? '–' : perTenThousand(r.penetration)),
          sort: (a, b) => (a.penetration ?? 0) - (b.penetration ?? 0),
        },
        { key: 'spend', title: t.aovName, numeric: true, render: (r) => money(r.spendCents) },
        { key: 'paid', title: t.yearBefore, numeric: true, render: (r) => money(r.paidCents) },
        { key: 'target', title: t.target, numeric: true, render: (r) => money(r.targetCents) },
        {
          key: 'growth',
          title: t.growth,
          numeric: true,
          render: (r) => <ChangeMark change={r.growth === null ? null : { amount: r.growth, kind: 'relative' }} />,
        },
      ]}
    />
  )
}
