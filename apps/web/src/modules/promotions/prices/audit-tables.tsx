import type { PriceAudit } from '@zhanggui/contract'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { strings } from './strings.ts'

type Allowed = PriceAudit['allowed'][number]
type Group = PriceAudit['groups'][number]

/** Differences that published rules make, with their rules. */
export function AllowedTable({ allowed }: Pick<PriceAudit, 'allowed'>) {
  const t = useStrings(strings)
  const format = useFormat()
  const money = (cents: number) => format.exact(cents, 'money')
  if (allowed.length === 0) return null
  const columns: Column<Allowed>[] = [
    { key: 'cart', title: t.auditCart, render: ({ cart }) => cart },
    { key: 'least', title: t.auditLeast, numeric: true, render: ({ leastCents }) => money(leastCents) },
    { key: 'most', title: t.auditMost, numeric: true, render: ({ mostCents }) => money(mostCents) },
    { key: 'rules', title: t.auditRules, render: ({ rules }) => rules.map(({ name }) => name).join(' + ') },
  ]
  return (
    <Card title={t.auditAllowed} note={t.auditAllowedNote}>
      <DataTable
        columns={columns}
        rows={allowed}
        rowKey={(row) => `${row.cart}/${row.leastCents}/${row.mostCents}`}
        label={t.auditAllowed}
      />
    </Card>
  )
}

/** What discounts took off, by kind of buyer. */
export function GroupTable({ groups }: Pick<PriceAudit, 'groups'>) {
  const t = useStrings(strings)
  const format = useFormat()
  const columns: Column<Group>[] = [
    { key: 'buyers', title: t.auditBuyers, render: ({ isNew }) => (isNew ? t.auditNew : t.auditReturning) },
    { key: 'tier', title: t.auditTier, numeric: true, render: ({ tier }) => format.count(tier) },
    { key: 'orders', title: t.auditOrders, numeric: true, render: ({ orders }) => format.count(orders) },
    { key: 'listed', title: t.auditListed, numeric: true, render: (row) => format.short(row.listedCents, 'money') },
    { key: 'share', title: t.auditShare, numeric: true, render: (row) => format.percent(shareOf(row)) },
  ]
  return (
    <Card title={t.auditGroups}>
      <DataTable columns={columns} rows={groups} rowKey={(row) => `${row.isNew}/${row.tier}`} label={t.auditGroups} />
    </Card>
  )
}

const shareOf = ({ listedCents, cutCents }: Group): number => (listedCents === 0 ? 0 : cutCents / listedCents)
