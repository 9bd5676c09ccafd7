import type { CategoryMix } from '@zhanggui/contract'
import { useDeferredValue, useState } from 'react'
import { useFormat } from '../../../../format/use-format.ts'
import { useStrings } from '../../../../locale/strings.ts'
import { Card } from '../../../../parts/card.tsx'
import { ChangeMark } from '../../../../parts/change-mark.tsx'
import { DataTable } from '../../../../parts/data-table.tsx'
import { FigureCell } from '../../../../parts/figure-cell.tsx'
import { PanelBody } from '../../../../parts/panel.tsx'
import type { GoalsProps } from '../goals-home.tsx'
import styles from './balance.module.css'
import { PercentField } from './percent-field.tsx'
import { balanceStrings } from './strings.ts'
import { useProposal } from './use-balance.ts'
import { WriteButton } from './write-button.tsx'

const START = { highMarginMinBp: 0, highMarginBp: 5000, floorBp: 8000, capBp: 16_000 }

/** Which categories shall carry the year: the mix that earns most within what each keeps and can reach. */
export default function MixCard({ at, view, editable }: GoalsProps) {
  const t = useStrings(balanceStrings)
  const [set, change] = useState(START)
  const { highMarginMinBp, ...rules } = set
  const asked = { revision: view.revision, highMarginMinBp: highMarginMinBp === 0 ? null : highMarginMinBp, rules }
  const shown = useDeferredValue(JSON.stringify(asked))
  const mix = useProposal<CategoryMix>(at, 'category-mix', JSON.parse(shown) as object)
  const field = (name: keyof typeof START, label: string, max?: number) => (
    <PercentField
      label={label}
      value={set[name]}
      {...(max ? { max } : {})}
      onChange={(bp) => change((before) => ({ ...before, [name]: bp }))}
    />
  )
  return (
    <Card title={t.mix} note={t.mixNote}>
      <div className={styles.fields}>
        {field('highMarginMinBp', t.highShareMin, 100)}
        {field('highMarginBp', t.highMarginFrom, 100)}
        {field('floorBp', t.floorOfLast)}
        {field('capBp', t.capOfLast)}
      </div>
      <PanelBody<CategoryMix> query={mix} height={360}>
        {(data) => (
          <>
            <Answer data={data} currency={view.currency} />
            <MixTable data={data} currency={view.currency} />
            {editable && (
              <div className={styles.write}>
                <WriteButton at={at} part="category-mix" asked={asked} disabled={mix.isPlaceholderData} />
              </div>
            )}
          </>
        )}
      </PanelBody>
    </Card>
  )
}

function Answer({ data, currency }: { data: CategoryMix; currency: string }) {
  const t = useStrings(balanceStrings)
  const format = useFormat(currency)
  const more = data.profitCents - data.plainProfitCents
  return (
    <p className={styles.answer}>
      {t.measuredBy(format.dayRange(data.range))}
      {t.mixAnswer(format.short(data.totalCents, 'money'), format.short(data.profitCents, 'money'))}{' '}
      <b data-value={more}>{t.mixMore(format.short(more, 'money'))}</b>
    </p>
  )
}

function MixTable({ data, currency }: { data: CategoryMix; currency: string }) {
  const t = useStrings(balanceStrings)
  const format = useFormat(currency)
  const money = (value: number) => <FigureCell value={value} unit="money" format={format} />
  return (
    <DataTable<CategoryMix['categories'][number]>
      label={t.mix}
      rows={data.categories}
      rowKey={(c) => c.category}
      columns={[
        {
          key: 'category',
          title: t.category,
          render: (c) => `${c.category || t.unknownValue}${c.isNew ? ` · ${t.isNew}` : ''}`,
        },
        { key: 'last', title: t.yearBefore, numeric: true, render: (c) => money(c.lastYearCents) },
        { key: 'margin', title: t.margin, numeric: true, render: (c) => format.percent(c.marginBp / 10_000) },
        { key: 'floor', title: t.floor, numeric: true, render: (c) => money(c.floorCents) },
        { key: 'cap', title: t.cap, numeric: true, render: (c) => money(c.capCents) },
        { key: 'target', title: t.target, numeric: true, render: (c) => money(c.targetCents) },
        {
          key: 'growth',
          title: t.growth,
          numeric: true,
          render: (c) => <ChangeMark change={c.growth === null ? null : { amount: c.growth, kind: 'relative' }} />,
        },
      ]}
    />
  )
}
