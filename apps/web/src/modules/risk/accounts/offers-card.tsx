import type { RiskAccountOffer } from '@zhanggui/contract'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { EmptyState } from '../../../parts/empty-state.tsx'
import styles from './accounts.module.css'
import { accountDigits } from './short-names.ts'
import { strings } from './strings.ts'
import { usedTogether } from './used-together.ts'

/** What is limited for each person, and how much of it the accounts used together. */
export function OffersCard({ offers }: { offers: readonly RiskAccountOffer[] }) {
  const t = useStrings(strings)
  const format = useFormat()
  const columns: Column<RiskAccountOffer>[] = [
    { key: 'offer', title: t.offer, render: ({ name }) => name },
    { key: 'kind', title: t.offerKind, render: ({ kind }) => t[`kind_${kind}`] },
    {
      key: 'limit',
      title: t.limit,
      numeric: true,
      render: ({ limit }) => (limit === null ? '–' : format.count(limit)),
    },
    { key: 'total', title: t.total, numeric: true, render: (offer) => format.count(usedTogether(offer)) },
    {
      key: 'by',
      title: t.byAccount,
      render: ({ used }) => (
        <ul className={styles.lines}>
          {used.map(({ account, times }) => (
            <li key={account}>{t.times(t.account(accountDigits(account)), format.count(times))}</li>
          ))}
        </ul>
      ),
    },
  ]
  return (
    <Card title={t.offers} note={t.offersNote}>
      {offers.length === 0 ? (
        <EmptyState title={t.noOffers} />
      ) : (
        <DataTable columns={columns} rows={offers} rowKey={({ kind, id }) => `${kind} ${id}`} label={t.offers} />
      )}
    </Card>
  )
}
