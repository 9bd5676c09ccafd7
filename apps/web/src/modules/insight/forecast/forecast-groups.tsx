import type { ForecastLine, ForecastResult } from '@zhanggui/contract'
import { useFormat } from '../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { useDimensionValue } from '../use-dimension-value.ts'
import { levelName } from './level-name.ts'
import { modelName } from './model-names.ts'
import { strings } from './strings.ts'

/** Each group's forecast; with metrics that add up, the rows make the whole. */
export function ForecastGroups({ result, by }: { result: ForecastResult; by: string }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const format = useFormat(result.currency)
  const valueName = useDimensionValue()
  const nameOf = (line: ForecastLine): string => (line.rest ? t.rest : (line.label ?? valueName(by, line.group ?? '')))
  const figure = (line: ForecastLine) => line.total ?? line.values[0]
  const whole = result.whole.total?.mean ?? 0
  const level = levelName(result.levels[0] ?? 0)
  const columns: Column<ForecastLine>[] = [
    { key: 'group', title: t.group, render: nameOf },
    {
      key: 'total',
      title: result.whole.total ? t.total : t.next,
      numeric: true,
      render: (line) => format.short(figure(line)?.mean ?? null, result.unit),
      sort: (a, b) => (figure(a)?.mean ?? 0) - (figure(b)?.mean ?? 0),
    },
    {
      key: 'interval',
      title: t.interval(level),
      numeric: true,
      render: (line) =>
        `${format.short(figure(line)?.lower[0] ?? null, result.unit)} – ${format.short(figure(line)?.upper[0] ?? null, result.unit)}`,
    },
    ...(whole > 0
      ? [
          {
            key: 'share',
            title: t.share,
            numeric: true,
            render: (line: ForecastLine) => (line.total ? format.percent(line.total.mean / whole) : '–'),
          },
        ]
      : []),
    {
      key: 'model',
      title: t.model,
      render: (line) => line.members.map(({ model }) => modelName(model)[language]).join(' + '),
    },
  ]
  return (
    <DataTable
      label={t.groups}
      columns={columns}
      rows={result.groups}
      rowKey={(line) => (line.rest ? 'rest' : `group-${line.group}`)}
    />
  )
}
