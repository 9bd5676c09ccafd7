import type { CouponBatch } from '@zhanggui/contract'
import { Button } from 'antd'
import { Link } from 'react-router'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import styles from './coupons.module.css'
import { redemptionOf } from './redemption-of.ts'
import { strings } from './strings.ts'

type Props = { batches: readonly CouponBatch[]; onCodes?: (batch: CouponBatch) => void }

/** One row a batch: how far it is claimed and used, what it cost, what is owed. */
export function BatchTable({ batches, onCodes }: Props) {
  const t = useStrings(strings)
  const store = useStoreId()
  const format = useFormat()
  const money = (cents: number) => format.short(cents, 'money')
  const count = (n: number) => format.count(n)
  const columns: Column<CouponBatch>[] = [
    {
      key: 'name',
      title: t.name,
      render: ({ name, promotion }) => (
        <Link className={styles.name ?? ''} to={`/stores/${store}/promotions/${promotion}`}>
          {name}
        </Link>
      ),
    },
    {
      key: 'claimed',
      title: t.progress,
      numeric: true,
      render: ({ claimed, total }) => t.of(count(claimed), count(total)),
      sort: (a, b) => a.claimed - b.claimed,
    },
    { key: 'used', title: t.used, numeric: true, render: ({ used }) => count(used), sort: (a, b) => a.used - b.used },
    {
      key: 'redemption',
      title: t.redemption,
      numeric: true,
      render: (batch) => percentOf(redemptionOf(batch), format.percent),
    },
    { key: 'locked', title: t.locked, numeric: true, render: ({ locked }) => count(locked) },
    { key: 'cost', title: t.cost, numeric: true, render: ({ actualCostCents }) => money(actualCostCents) },
    { key: 'liability', title: t.liability, numeric: true, render: ({ liabilityCents }) => money(liabilityCents) },
    { key: 'valid', title: t.valid, render: (batch) => <Valid batch={batch} /> },
    {
      key: 'codes',
      title: '',
      render: (batch) =>
        onCodes && (
          <Button size="small" onClick={() => onCodes(batch)}>
            {t.codes}
          </Button>
        ),
    },
  ]
  return <DataTable columns={columns} rows={batches} rowKey={(row) => row.id} label={t.batches} />
}

const percentOf = (share: number | null, percent: (share: number) => string): string =>
  share === null ? '–' : percent(share)

function Valid({ batch: { validDays, validUntil } }: { batch: CouponBatch }) {
  const t = useStrings(strings)
  const format = useFormat()
  return (
    <span className={styles.valid}>
      {validDays !== null && <span>{t.days(format.count(validDays))}</span>}
      {validUntil !== null && <span>{t.until(format.instant(validUntil))}</span>}
    </span>
  )
}
