import type { Explanation, PartEffect } from '@zhanggui/contract'
import { Tag } from 'antd'
import { Link } from 'react-router'
import { useStoreId } from '../../../app/use-store-id.ts'
import { type Format, useFormat } from '../../../format/use-format.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { EmptyState } from '../../../parts/empty-state.tsx'
import link from '../../../parts/link.module.css'
import { exploreLink } from '../../insight/explore/explore-link.ts'
import { useDimensionValue } from '../../insight/use-dimension-value.ts'
import { EffectBar } from './effect-bar.tsx'
import { driversStrings } from './strings.ts'

type Words = typeof driversStrings.zh

/** Which values of a dimension made the change, the largest first, and what is left over. */
export function PartsPanel({ data }: { data: Explanation }) {
  const t = useStrings(driversStrings)
  const language = useLanguage()
  const store = useStoreId()
  const [query] = data.queries
  const more = query && (
    <Link
      className={link.link}
      to={exploreLink(store, {
        metrics: query.metrics,
        dimensions: query.by,
        days: { from: query.from, to: query.to },
      })}
    >
      {t.explore}
    </Link>
  )
  return (
    <Card
      title={t.parts(nameOf(data.dimension, language))}
      note={data.method === 'mixRate' ? t.rateNote : t.partsNote}
      extra={more}
    >
      {data.parts.length === 0 ? <EmptyState title={t.noParts} text={t.noPartsText} /> : <Parts data={data} />}
    </Card>
  )
}

const bare = (value: string, label: string, effect: number): PartEffect => ({
  value,
  label,
  from: null,
  to: null,
  effect,
  share: null,
  surprise: null,
  mix: null,
  rate: null,
  daily: null,
  isSignificant: false,
})

/** The values, then what is beyond the limit, then what belongs to none. */
function rowsOf({ parts, others, rest }: Explanation, t: Words): PartEffect[] {
  return [
    ...parts,
    ...(others ? [bare(' others', t.others(others.values), others.effect)] : []),
    ...(rest === null || rest === 0 ? [] : [bare(' rest', t.rest, rest)]),
  ]
}

function Parts({ data }: { data: Explanation }) {
  const t = useStrings(driversStrings)
  const format = useFormat(data.currency)
  const named = useDimensionValue()
  const rows = rowsOf(data, t)
  const largest = Math.max(...rows.map((r) => Math.abs(r.effect)))
  const nameOfPart = (row: PartEffect): string =>
    row.label === row.value ? named(data.dimension.id, row.value) : row.label
  return (
    <DataTable
      label={t.part}
      rows={rows}
      rowKey={(row) => row.value}
      columns={[
        {
          key: 'name',
          title: t.part,
          render: (row) => (
            <>
              {nameOfPart(row)} {row.isSignificant && <Tag color="gold">{t.significant}</Tag>}
            </>
          ),
        },
        ...figureColumns(data, { format, t, largest }),
      ]}
    />
  )
}

function figureColumns(
  { metric, method }: Explanation,
  { format, t, largest }: { format: Format; t: Words; largest: number },
): Column<PartEffect>[] {
  const { unit } = metric
  // What a part does to a rate is a fraction of a percentage point: one decimal would say 0.0 of everything.
  const small = (value: number | null): string =>
    unit === 'ratio' ? format.exact(value, unit) : format.short(value, unit)
  const figure = (
    key: string,
    title: string,
    pick: (row: PartEffect) => number | null,
    show = (value: number | null): string => format.short(value, unit),
  ): Column<PartEffect> => ({
    key,
    title,
    numeric: true,
    render: (row) => <span title={format.exact(pick(row), unit)}>{show(pick(row))}</span>,
  })
  const daily = (row: PartEffect): string =>
    row.daily
      ? `${format.short(row.daily.mean, unit)}（${format.short(row.daily.low, unit)} ~ ${format.short(row.daily.high, unit)}）`
      : '–'
  return [
    figure('before', t.before, (r) => r.from),
    figure('after', t.after, (r) => r.to),
    {
      key: 'effect',
      title: t.effect,
      numeric: true,
      render: (row) => <EffectBar effect={row.effect} largest={largest} text={small(row.effect)} />,
    },
    {
      key: 'share',
      title: t.share,
      numeric: true,
      render: (row) => (row.share === null ? '–' : format.percent(row.share)),
    },
    ...(method === 'mixRate'
      ? [figure('own', t.own, (r) => r.rate, small), figure('mix', t.mix, (r) => r.mix, small)]
      : [
          figure('surprise', t.surprise, (r) => r.surprise),
          { key: 'daily', title: t.daily, numeric: true, render: daily },
        ]),
  ]
}
