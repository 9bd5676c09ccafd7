import type { ShopOrderDetail, ShopParcel } from '@zhanggui/contract'
import { Button, Input, Popconfirm } from 'antd'
import { useState } from 'react'
import { useShopInstant } from '../../../app/use-shop-instant.ts'
import { useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import styles from './life.module.css'
import { strings } from './strings.ts'
import type { useOrderCommand } from './use-shop-orders.ts'

export type Act = ReturnType<typeof useOrderCommand>

/** Parcels with their promise; what may come late says why, while something can be done. */
export function ParcelTable({ detail, act }: { detail: ShopOrderDetail; act: Act | null }) {
  const t = useStrings(strings)
  const instantOf = useShopInstant()
  const columns: Column<ShopParcel>[] = [
    { key: 'warehouse', title: t.warehouse, render: ({ warehouse, parcelId }) => warehouse || parcelId },
    {
      key: 'state',
      title: t.state,
      render: ({ state, late }) => (
        <>
          {t[state]}
          {late && late !== 'lost' && <span className={styles.late}> · {t[late]}</span>}
        </>
      ),
    },
    { key: 'carrier', title: t.carrier, render: ({ carrier }) => carrier || '–' },
    { key: 'tracking', title: t.tracking, render: ({ trackingNo }) => trackingNo || '–' },
    {
      key: 'promised',
      title: t.promised,
      render: ({ promisedAt }) => (promisedAt === null ? '–' : instantOf(promisedAt)),
    },
    { key: 'act', title: t.act, render: (parcel) => (act ? <Actions parcel={parcel} act={act} /> : '–') },
  ]
  const shown = detail.parcelList.filter(({ state }) => state !== 'dropped')
  return <DataTable columns={columns} rows={shown} rowKey={({ parcelId }) => parcelId} label={t.parcels} />
}

function Actions({ parcel, act }: { parcel: ShopParcel; act: Act }) {
  const t = useStrings(strings)
  const { parcelId, state } = parcel
  if (state === 'planned') return <Send parcel={parcel} act={act} />
  if (state !== 'sent' && state !== 'lost') return '–'
  return (
    <div className={styles.actions}>
      <Button size="small" onClick={() => act.mutate({ kind: 'deliverParcel', parcelId })}>
        {t.deliver}
      </Button>
      {state === 'sent' && (
        <Button size="small" danger onClick={() => act.mutate({ kind: 'loseParcel', parcelId })}>
          {t.lose}
        </Button>
      )}
    </div>
  )
}

function Send({ parcel, act }: { parcel: ShopParcel; act: Act }) {
  const t = useStrings(strings)
  const [trackingNo, setTrackingNo] = useState('')
  const { parcelId, carrier } = parcel
  const send = () => act.mutate({ kind: 'sendParcel', parcelId, carrier, trackingNo: trackingNo.trim() || parcelId })
  return (
    <Popconfirm
      icon={null}
      title={t.trackingAsk}
      description={
        <Input
          aria-label={t.trackingAsk}
          value={trackingNo}
          onChange={(event) => setTrackingNo(event.target.value)}
          maxLength={60}
        />
      }
      okText={t.send}
      cancelText={t.back}
      onConfirm={send}
    >
      <Button size="small" type="primary">
        {t.send}
      </Button>
    </Popconfirm>
  )
}
