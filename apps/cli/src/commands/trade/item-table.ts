import type { TradeItem } from '@zhanggui/contract'
import { renderTable } from '../../output/render-table.ts'

const COLUMNS = [
  { header: '商品 item', align: 'left' },
  { header: '名称 title', align: 'left' },
  { header: '种类 kind', align: 'left' },
  { header: '可售 free', align: 'right' },
  { header: '待付款 held', align: 'right' },
  { header: '定金已付 locked', align: 'right' },
  { header: '已售 sold', align: 'right' },
  { header: '总量 stock', align: 'right' },
] as const

const row = ({ item, title, kind, free, held, locked, sold, stock }: TradeItem): string[] => [
  item,
  title,
  kind,
  ...[free, held, locked, sold, stock].map(String),
]

export const itemTable = (items: readonly TradeItem[]): string => renderTable(COLUMNS, items.map(row))
