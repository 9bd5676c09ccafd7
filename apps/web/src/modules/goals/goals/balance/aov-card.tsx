import type { AovChange } from '@zhanggui/contract'
import { ChartWithTable } from '../../../../charts/chart-with-table.tsx'
import type { ChartWords } from '../../../../charts/series.ts'
import { useFormat } from '../../../../format/use-format.ts'
import { useStrings } from '../../../../locale/strings.ts'
import { DataTable } from '../../../../parts/data-table.tsx'
import { FigureCell } from '../../../../parts/figure-cell.tsx'
import { Panel } from '../../../../parts/panel.tsx'
import stack from '../../../../parts/stack.module.css'
import { useTheme } from '../../../../theme/theme-provider.tsx'
import type { GoalsProps } from '../goals-home.tsx'
import { buildAovEffectsOption } from './aov-effects-option.ts'
import { AovPathCard } from './aov-path-card.tsx'
import styles from './balance.module.css'
import { balanceStrings } from './strings.ts'
import { useAovChange } from './use-balance.ts'

const HEIGHT = 300

/** Why AOV moved against last year, and the steps that shall move it on. */
export default function AovCard(props: GoalsProps) {
  const t = useStrings(balanceStrings)
  const change = useAovChange(props.at)
  return (
    <div className={stack.stack}>
      <Panel<AovChange> title={t.aov} note={t.aovNote} query={change} height={HEIGHT + 200}>
        {(data) => <Change data={data} currency={props.view.currency} />}
      </Panel>
      {change.data && props.editable && (
        <AovPathCard {...props} categories={change.data.effects.map((e) => e.category).filter((c) => c !== '')} />
      )}
    </div>
  )
}

function Change({ data, currency }: { data: AovChange; currency: string }) {
  const t = useStrings(balanceStrings)
  const theme = useTheme()
  const format = useFormat(currency)
  const words: ChartWords = {
    short: (value) => format.short(value, 'money'),
    exact: (value) => format.exact(value === null ? null : Math.round(value), 'money'),
    axis: (key) => key,
    full: (key) => key,
  }
  if (data.from === null || data.to === null) return <p className={styles.note}>{t.aovUnknown}</p>
  const names = { mix: t.mixEffect, price: t.priceEffect, unknown: t.unknownValue }
  const option = buildAovEffectsOption({ effects: data.effects, words, names }, theme)
  return (
    <>
      <p className={styles.answer}>
        {t.aovAnswer(words.exact(data.from), words.exact(data.to), words.exact(data.mix), words.exact(data.price))}
      </p>
      <ChartWithTable
        title={t.aov}
        option={option}
        height={HEIGHT}
        table={<Effects data={data} currency={currency} />}
      />
      <Effects data={data} currency={currency} />
    </>
  )
}

function Effects({ data, currency }: { data: AovChange; currency: string }) {
  const t = useStrings(balanceStrings)
  const format = useFormat(currency)
  const money = (value: number) => <FigureCell value={Math.round(value)} unit="money" format={format} />
  return (
    <DataTable<AovChange['effects'][number]>
      label={t.aov}
      rows={data.effects}
      rowKey={(e) => e.category}
      columns={[
        { key: 'category', title: t.category, render: (e) => e.category || t.unknownValue },
        { key: 'mix', title: t.mixEffect, numeric: true, render: (e) => money(e.mix) },
        { key: 'price', title: t.priceEffect, numeric: true, render: (e) => money(e.price) },
        {
          key: 'reach',
          title: t.reach,
          numeric: true,
          render: (e) => `${format.percent(e.reach.from)} → ${format.percent(e.reach.to)}`,
        },
        {
          key: 'spend',
          title: t.spendThere,
          numeric: true,
          render: (e) => (
            <>
              {money(e.spend.from)} → {money(e.spend.to)}
            </>
          ),
        },
      ]}
    />
  )
}
