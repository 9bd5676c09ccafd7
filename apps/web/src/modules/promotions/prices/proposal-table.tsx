import type { PriceProposal } from '@zhanggui/contract'
import { useFormat } from '../../../format/use-format.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { PersonAt } from '../person-at.tsx'
import styles from './prices.module.css'
import { strings } from './strings.ts'

/** One row a proposal: what changes, what it does to the margin, where it stands. */
export function ProposalTable({ proposals }: { proposals: readonly PriceProposal[] }) {
  const t = useStrings(strings)
  const format = useFormat()
  const money = (cents: number | null | undefined) => format.exact(cents, 'money')
  const columns: Column<PriceProposal>[] = [
    { key: 'item', title: t.item, render: (row) => <Item row={row} /> },
    {
      key: 'price',
      title: t.price,
      numeric: true,
      render: ({ beforeCents, priceCents }) => `${money(beforeCents)} → ${money(priceCents)}`,
    },
    { key: 'struck', title: t.struck, numeric: true, render: ({ struckCents }) => money(struckCents) },
    {
      key: 'margin',
      title: t.margin,
      numeric: true,
      render: ({ effect }) => `${money(effect?.marginBeforeCents)} → ${money(effect?.marginAfterCents)}`,
    },
    {
      key: 'month',
      title: t.month,
      numeric: true,
      render: ({ effect }) => format.short(effect?.marginMonthDeltaCents, 'money'),
    },
    { key: 'state', title: t.state, render: ({ state }) => t[state] },
    { key: 'at', title: t.effectiveAt, render: ({ effectiveAt }) => format.instant(effectiveAt) },
    { key: 'asked', title: t.asked, render: ({ askedBy, askedAt }) => <PersonAt person={askedBy} at={askedAt} /> },
  ]
  return <DataTable columns={columns} rows={proposals} rowKey={(row) => row.id} label={t.list} />
}

function Item({ row: { title, skuId, reason, findings } }: { row: PriceProposal }) {
  const language = useLanguage()
  return (
    <span className={styles.item}>
      <span>{title || skuId}</span>
      <span className={styles.reason}>{reason}</span>
      {findings.map((finding) => (
        <span key={finding.code} className={styles.finding} data-severity={finding.severity}>
          {finding[language]}
        </span>
      ))}
    </span>
  )
}
