import type { DrillInfo } from '@zhanggui/contract'
import { useShopInstant } from '../../../app/use-shop-instant.ts'
import type { ChartOption } from '../../../charts/chart-option.ts'
import { ChartWithTable } from '../../../charts/chart-with-table.tsx'
import { buildLineOption } from '../../../charts/line-option.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { useTheme } from '../../../theme/theme-provider.tsx'
import { strings } from './strings.ts'

/** A score is at most 100, and the axis ends there. */
const outOfHundred = (option: ChartOption): ChartOption =>
  Object.assign({}, option, { yAxis: Object.assign({}, option.yAxis, { max: 100, splitNumber: 4 }) })

/** Scores of drills in the order in which they were held; one drill makes no line. */
export function ScoreChart({ drills }: { drills: readonly DrillInfo[] }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const format = useFormat()
  const instantOf = useShopInstant()
  const theme = useTheme()
  const held = drills.filter(({ state }) => state === 'done').toReversed()
  if (held.length < 2) return null
  const nameOf = (key: string): string => {
    const drill = held.find(({ id }) => String(id) === key)
    return drill ? `${language === 'zh' ? drill.nameZh : drill.nameEn} · ${instantOf(drill.createdAt)}` : key
  }
  const written = (value: number | null): string => (value === null ? '–' : format.count(value))
  const option = buildLineOption(
    {
      keys: held.map(({ id }) => String(id)),
      series: [{ name: t.scoreLabel, values: held.map(({ score }) => score), colour: theme.accent }],
      words: { short: written, exact: written, axis: (key) => `#${key}`, full: nameOf },
    },
    theme,
  )
  const table = (
    <ul>
      {held.map(({ id, score }) => (
        <li key={id}>
          {nameOf(String(id))}：{written(score)}
        </li>
      ))}
    </ul>
  )
  return (
    <Card title={t.overTime}>
      <ChartWithTable title={t.overTime} option={outOfHundred(option)} height={180} table={table} />
    </Card>
  )
}
