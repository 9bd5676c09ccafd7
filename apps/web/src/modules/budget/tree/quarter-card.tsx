import type { BudgetCatalogue, BudgetWorkedOut, QuarterConflict } from '@zhanggui/contract'
import { Tag } from 'antd'
import type { Format } from '../../../format/use-format.ts'
import { nameOf as nameIn, useLanguage, useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { treeStrings } from './tree-strings.ts'

const WHOLE = 10_000

type Reading = QuarterConflict['readings'][number]
type Props = {
  workedOut: BudgetWorkedOut
  nameOf: (id: string) => string
  format: Format
  catalogue: BudgetCatalogue | undefined
}

/** Shares of quarters held against the annual share of their channel, under every denominator (P4.04). */
export function QuarterCard({ workedOut, nameOf, format, catalogue }: Props) {
  const t = useStrings(treeStrings)
  const language = useLanguage()
  const { conflicts } = workedOut
  if (conflicts.length === 0) return null
  const channelName = (id: string) => {
    const channel = catalogue?.channels.find((one) => one.id === id)
    return channel ? nameIn(channel, language) : id
  }
  const share = (bp: number) => format.percent(bp / WHOLE)
  const bases = { total: t.ifTotal, period: t.ifPeriod, parent: t.ifParent, sales: t.ifSales } as const
  const columns: Column<QuarterConflict>[] = [
    { key: 'line', title: t.period, render: (row) => `${format.period(row.period)} · ${nameOf(row.lineId)}` },
    { key: 'share', title: t.share, numeric: true, render: (row) => share(row.shareBp) },
    {
      key: 'annual',
      title: t.annual,
      numeric: true,
      render: (row) => `${channelName(row.annualChannel)} ${share(row.annualBp)}`,
    },
    ...(Object.keys(bases) as (keyof typeof bases)[]).map((base) => ({
      key: base,
      title: bases[base],
      render: (row: QuarterConflict) => (
        <Verdict reading={row.readings.find((r) => r.base === base)} stated={row.statedBase === base} share={share} />
      ),
    })),
  ]
  return (
    <Card title={t.conflicts} note={t.conflictsNote}>
      <DataTable columns={columns} rows={conflicts} rowKey={(row) => row.lineId} label={t.conflicts} />
    </Card>
  )
}

const COLOURS = { fits: 'success', conflict: 'error', depends: 'warning', unknown: 'default' } as const

function Verdict({
  reading,
  stated,
  share,
}: {
  reading: Reading | undefined
  stated: boolean
  share: (bp: number) => string
}) {
  const t = useStrings(treeStrings)
  if (!reading) return '–'
  const { verdict, limitBp, ofTotalBp } = reading
  const words = {
    fits: t.fit,
    conflict: t.conflict,
    depends: limitBp === null ? t.unknown : t.depends(share(limitBp)),
    unknown: t.unknown,
  }
  const detail =
    verdict === 'conflict' && limitBp !== null && reading.limitOf === 'annualShare'
      ? t.overAnnual(share(limitBp))
      : ofTotalBp !== null && verdict !== 'unknown'
        ? t.becomes(share(ofTotalBp))
        : ''
  return (
    <span>
      <Tag color={COLOURS[verdict]}>{words[verdict]}</Tag>
      <small>{detail}</small>
      {stated && <small> · {t.stated}</small>}
    </span>
  )
}
