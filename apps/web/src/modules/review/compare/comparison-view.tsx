import type { CampaignComparison, Unit } from '@zhanggui/contract'
import { useMemo } from 'react'
import { ChartWithTable } from '../../../charts/chart-with-table.tsx'
import { buildLineOption } from '../../../charts/line-option.ts'
import { changeOf } from '../../../format/change.ts'
import { useFormat } from '../../../format/use-format.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { ChangeMark } from '../../../parts/change-mark.tsx'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import stack from '../../../parts/stack.module.css'
import { useTheme } from '../../../theme/theme-provider.tsx'
import { strings } from '../reports/strings.ts'
import styles from './comparison.module.css'

type Metric = CampaignComparison['metrics'][number]
type Driver = CampaignComparison['drivers'][number]
type Props = { comparison: CampaignComparison }

/** Who sold more; figures, the course day by day, what made the difference, and how each was built. */
export const ComparisonView = ({ comparison }: Props) => (
  <div className={stack.stack}>
    <Answer comparison={comparison} />
    <Figures comparison={comparison} />
    <Course comparison={comparison} />
    <Drivers comparison={comparison} />
    <Mechanics comparison={comparison} />
  </div>
)

const paidOf = ({ metrics }: CampaignComparison, side: 0 | 1): number | null =>
  metrics.find(({ id }) => id === 'paid')?.values[side] ?? null

/** The second campaign beside the first, in a sentence, or which has no data; and a warning where the sums are over different numbers of days. */
function Answer({ comparison }: Props) {
  const t = useStrings(strings)
  const format = useFormat(comparison.currency)
  const [first, second] = comparison.campaigns
  const [before, now] = [paidOf(comparison, 0), paidOf(comparison, 1)]
  if (!first || !second) return null
  if (before === null || now === null)
    return <p className={styles.sentence}>{t.noDataOf((now === null ? second : first).name)}</p>
  const say = now < before ? t.paidLess : t.paidMore
  const amount = format.short(Math.abs(now - before), 'money')
  return (
    <div className={styles.answer}>
      <p className={styles.sentence}>
        {say(second.name, format.short(now, 'money'), amount, first.name)}{' '}
        <ChangeMark change={changeOf(now, before, 'money')} />
      </p>
      {first.days !== second.days && <p className={styles.warning}>{t.otherLength(first.days, second.days)}</p>}
    </div>
  )
}

function Figures({ comparison }: Props) {
  const t = useStrings(strings)
  const language = useLanguage()
  const format = useFormat(comparison.currency)
  const columns: Column<Metric>[] = [
    { key: 'metric', title: t.metric, render: (metric) => nameOf(metric, language) },
    ...comparison.campaigns.map(
      ({ id, name }, i): Column<Metric> => ({
        key: `${i}-${id}`,
        title: name,
        numeric: true,
        render: ({ values, unit }) => (
          <span data-value={values[i] ?? ''} title={format.exact(values[i], unit as Unit)}>
            {format.short(values[i], unit as Unit)}
          </span>
        ),
      }),
    ),
    {
      key: 'change',
      title: t.change,
      numeric: true,
      render: ({ values, unit }) => <ChangeMark change={changeOf(values[1], values[0], unit as Unit)} />,
    },
  ]
  return (
    <Card
      title={t.figures}
      note={comparison.campaigns.map((one) => t.campaignDays(one.name, format.dayRange(one))).join(' · ')}
    >
      <DataTable label={t.figures} rows={comparison.metrics} rowKey={({ id }) => id} columns={columns} />
    </Card>
  )
}

function Course({ comparison }: Props) {
  const t = useStrings(strings)
  const theme = useTheme()
  const format = useFormat(comparison.currency)
  const length = Math.max(...comparison.course.map((days) => days.length))
  const keys = useMemo(() => Array.from({ length }, (_, i) => t.nthDay(String(i + 1))), [length, t])
  const option = useMemo(() => {
    const series = comparison.campaigns.map(({ name }, i) => ({
      name,
      values: keys.map((_, day) => comparison.course[i]?.[day] ?? null),
      pale: i === 0,
      colour: i === 0 ? theme.pale : theme.accent,
    }))
    const words = {
      short: (value: number | null) => format.short(value, 'money'),
      exact: (value: number | null) => format.exact(value, 'money'),
      axis: (key: string) => key,
      full: (key: string) => key,
    }
    return buildLineOption({ keys, series, words }, theme)
  }, [comparison, keys, theme, format])
  const rows = keys.map((key, i) => ({ key, i }))
  return (
    <Card title={t.course}>
      <ChartWithTable
        title={t.course}
        option={option}
        height={280}
        table={
          <DataTable
            label={t.course}
            rows={rows}
            rowKey={({ key }) => key}
            columns={[
              { key: 'day', title: t.period, render: ({ key }) => key },
              ...comparison.campaigns.map(({ id, name }, c) => ({
                key: `${c}-${id}`,
                title: name,
                numeric: true,
                render: ({ i }: { i: number }) => format.exact(comparison.course[c]?.[i] ?? null, 'money'),
              })),
            ]}
          />
        }
      />
    </Card>
  )
}

function Drivers({ comparison }: Props) {
  const t = useStrings(strings)
  const language = useLanguage()
  const format = useFormat(comparison.currency)
  const [first, second] = comparison.campaigns
  if (comparison.drivers.length === 0 || !first || !second) return null
  // The drivers add up to the difference; the last row says so.
  const effectCents = comparison.drivers.reduce((sum, driver) => sum + driver.effectCents, 0)
  const total = { id: 'total', nameZh: t.wholeDifference, nameEn: t.wholeDifference, effectCents }
  return (
    <Card title={t.why} note={t.fromTo(first.name, second.name)}>
      <DataTable<Driver>
        label={t.why}
        rows={[...comparison.drivers, total]}
        rowKey={({ id }) => id}
        columns={[
          { key: 'driver', title: t.metric, render: (driver) => nameOf(driver, language) },
          {
            key: 'effect',
            title: t.difference,
            numeric: true,
            render: ({ effectCents }) => (
              <span data-value={effectCents} title={format.exact(effectCents, 'money')}>
                {effectCents > 0 && '+'}
                {format.short(effectCents, 'money')}
              </span>
            ),
          },
        ]}
      />
    </Card>
  )
}

function Mechanics({ comparison }: Props) {
  const t = useStrings(strings)
  const { both, only } = comparison.mechanics
  const list = (names: readonly string[] | undefined) => (names && names.length > 0 ? names.join(t.wordsOr) : t.none)
  const rows = [
    { name: t.mechanicsBoth, text: list(both) },
    ...comparison.campaigns.map(({ name }, i) => ({ name: t.mechanicsOnly(name), text: list(only[i]) })),
  ]
  return (
    <Card title={t.mechanics}>
      <dl className={styles.mechanics}>
        {rows.map(({ name, text }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
