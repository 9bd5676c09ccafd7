import type { DrillReport } from '@zhanggui/contract'
import { ChartWithTable } from '../../../charts/chart-with-table.tsx'
import { buildLineOption } from '../../../charts/line-option.ts'
import { buildRankOption, rankHeight } from '../../../charts/rank-option.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { useTheme } from '../../../theme/theme-provider.tsx'
import { clockOf } from './clock-of.ts'
import { reportStrings } from './report-strings.ts'

const ROW_FACTOR = 1.4

/** What each fault cost when nobody answered, and with the plans at work; the dearest first. */
export function LossCard({ report }: { report: DrillReport }) {
  const t = useStrings(reportStrings)
  const zh = useLanguage() === 'zh'
  const format = useFormat()
  const theme = useTheme()
  const faults = report.faults.toSorted((a, b) => b.lossWithout.totalCents - a.lossWithout.totalCents)
  const nameOf = new Map(faults.map(({ kind, nameZh, nameEn }) => [kind, zh ? nameZh : nameEn]))
  const named = (key: string): string => nameOf.get(key) ?? key
  const option = buildRankOption(
    {
      keys: faults.map(({ kind }) => kind),
      series: [
        { name: t.without, values: faults.map(({ lossWithout }) => lossWithout.totalCents), colour: theme.amber },
        { name: t.withPlans, values: faults.map(({ loss }) => loss.totalCents), colour: theme.accent },
      ],
      words: {
        short: (value) => format.short(value, 'money'),
        exact: (value) => format.exact(value, 'money'),
        axis: named,
        full: named,
      },
    },
    theme,
  )
  const table = (
    <ul>
      {faults.map(({ kind, lossWithout, loss }) => (
        <li key={kind}>
          {named(kind)}：{t.without} {format.exact(lossWithout.totalCents, 'money')}，{t.withPlans}{' '}
          {format.exact(loss.totalCents, 'money')}
        </li>
      ))}
    </ul>
  )
  return (
    <Card title={t.losses}>
      <ChartWithTable title={t.losses} option={option} height={rankHeight(faults.length * ROW_FACTOR)} table={table} />
    </Card>
  )
}

/** The three courses of the same day. */
export function CourseCard({ report }: { report: DrillReport }) {
  const t = useStrings(reportStrings)
  const format = useFormat()
  const theme = useTheme()
  const { course } = report
  const option = buildLineOption(
    {
      keys: course.map(({ minute }) => String(minute)),
      series: [
        { name: t.calm, values: course.map(({ calm }) => calm), colour: theme.inkFaint, pale: true },
        { name: t.without, values: course.map(({ without }) => without), colour: theme.amber },
        { name: t.withPlans, values: course.map(({ withPlans }) => withPlans), colour: theme.accent },
      ],
      words: {
        short: (value) => format.short(value, 'money'),
        exact: (value) => format.exact(value, 'money'),
        axis: (key) => clockOf(Number(key)),
        full: (key) => clockOf(Number(key)),
      },
    },
    theme,
  )
  const table = (
    <ul>
      {course.map(({ minute, calm, without, withPlans }) => (
        <li key={minute}>
          {clockOf(minute)}：{t.calm} {format.exact(calm, 'money')}，{t.without} {format.exact(without, 'money')}，
          {t.withPlans} {format.exact(withPlans, 'money')}
        </li>
      ))}
    </ul>
  )
  return (
    <Card title={t.course}>
      <ChartWithTable title={t.course} option={option} height={240} table={table} />
    </Card>
  )
}
