import type { ProposedSet, ProposedSets } from '@zhanggui/contract'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { DraftButton } from './draft-button.tsx'
import styles from './sets.module.css'
import { strings } from './strings.ts'

/** One row a set: what is in it, how strongly it holds together, its price and what that costs and earns. */
export function SetTable({ proposed: { sets, baskets } }: { proposed: ProposedSets }) {
  const t = useStrings(strings)
  const format = useFormat()
  const mayWrite = usePermissions().includes('plan:write')
  const money = (cents: number | null) => format.exact(cents, 'money')
  const columns: Column<ProposedSet>[] = [
    { key: 'goods', title: t.goods, render: (row) => <GoodsOf row={row} /> },
    {
      key: 'together',
      title: t.together,
      numeric: true,
      render: ({ together }) => (
        <span title={t.of(format.percent(together / Math.max(1, baskets)))}>{format.count(together)}</span>
      ),
      sort: (a, b) => a.together - b.together,
    },
    {
      key: 'lift',
      title: t.lift,
      numeric: true,
      render: ({ lift }) => `${lift.toFixed(1)}×`,
      sort: (a, b) => a.lift - b.lift,
    },
    { key: 'sum', title: t.sum, numeric: true, render: ({ sumCents }) => money(sumCents) },
    { key: 'price', title: t.price, numeric: true, render: ({ priceCents }) => <b>{money(priceCents)}</b> },
    { key: 'margin', title: t.margin, numeric: true, render: ({ marginCents }) => money(marginCents) },
    { key: 'given', title: t.givenAway, numeric: true, render: ({ givenAwayCents }) => money(givenAwayCents) },
    {
      key: 'even',
      title: t.breakEven,
      numeric: true,
      render: ({ breakEvenSets }) => (breakEvenSets === null ? '–' : format.count(breakEvenSets)),
    },
    { key: 'draft', title: '', render: (row) => mayWrite && <DraftButton set={row} /> },
  ]
  return <DataTable columns={columns} rows={sets} rowKey={(row) => row.rule.ruleId} label={t.list} />
}

function GoodsOf({ row: { goods, acrossCategories, acrossBrands } }: { row: ProposedSet }) {
  const t = useStrings(strings)
  const marks = [acrossCategories && t.crossCategory, acrossBrands && t.crossBrand].filter(Boolean)
  return (
    <span className={styles.goods}>
      {goods.map(({ skuId, title }) => (
        <span key={skuId}>{title || skuId}</span>
      ))}
      {marks.length > 0 && <small>{marks.join(' · ')}</small>}
    </span>
  )
}
