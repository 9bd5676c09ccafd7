import type { TradeItem } from '@zhanggui/contract'
import { Button, Tag } from 'antd'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { strings } from '../strings.ts'
import styles from '../trade.module.css'
import { ITEMS_A_PAGE } from '../use-trade.ts'

type Props = { items: readonly TradeItem[]; onAdjust?: (item: TradeItem) => void }

export function StockTable({ items, onAdjust }: Props) {
  const t = useStrings(strings)
  const { count } = useFormat()
  const units = (key: 'free' | 'held' | 'locked' | 'sold' | 'stock', title: string): Column<TradeItem> => ({
    key,
    title,
    numeric: true,
    render: (item) => <span data-value={item[key]}>{count(item[key])}</span>,
  })
  const columns: Column<TradeItem>[] = [
    {
      key: 'item',
      title: t.item,
      render: ({ item, title }) => (
        <span className={styles.title}>
          <span>{title || item}</span>
          {title && <span className={styles.id}>{item}</span>}
        </span>
      ),
    },
    { key: 'kind', title: t.kind, render: ({ kind }) => t[kind] },
    { key: 'state', title: t.state, render: (item) => <ItemState item={item} /> },
    units('free', t.free),
    units('held', t.held),
    units('locked', t.locked),
    units('sold', t.sold),
    units('stock', t.total),
  ]
  if (onAdjust)
    columns.push({ key: 'adjust', title: '', render: (item) => <AdjustButton item={item} onAdjust={onAdjust} /> })
  return (
    <DataTable label={t.stock} columns={columns} rows={items} rowKey={({ item }) => item} pageSize={ITEMS_A_PAGE} />
  )
}

function ItemState({ item }: { item: TradeItem }) {
  const t = useStrings(strings)
  if (item.closed) return <Tag>{t.closed}</Tag>
  return item.free === 0 ? <Tag color="warning">{t.soldOut}</Tag> : <Tag color="success">{t.onSale}</Tag>
}

/** A bundle has no stock of its own: its parts are adjusted. */
function AdjustButton({ item, onAdjust }: { item: TradeItem; onAdjust: (item: TradeItem) => void }) {
  const t = useStrings(strings)
  if (item.kind === 'bundle') return null
  return (
    <Button size="small" aria-label={t.adjustOf(item.title || item.item)} onClick={() => onAdjust(item)}>
      {t.adjust}
    </Button>
  )
}
