import type { TradeItem, TradeItemPage } from '@zhanggui/contract'
import { Input, Pagination } from 'antd'
import { useState } from 'react'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useStrings } from '../../../locale/strings.ts'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { strings } from '../strings.ts'
import styles from '../trade.module.css'
import { ITEMS_A_PAGE, useTradeItems } from '../use-trade.ts'
import { AdjustDialog } from './adjust-dialog.tsx'
import { StockTable } from './stock-table.tsx'

const HEIGHT = 240

/** Every item of the core and where its units are. */
export function StockCard() {
  const t = useStrings(strings)
  const mayWrite = usePermissions().includes('products:write')
  const { get, set } = useSearchState()
  const [adjusting, setAdjusting] = useState<TradeItem | null>(null)
  const q = get('q') ?? ''
  const page = Math.max(1, Number(get('page')) || 1)
  const query = useTradeItems(useStoreId(), { q, offset: (page - 1) * ITEMS_A_PAGE })
  return (
    <>
      <Panel<TradeItemPage>
        title={t.stock}
        note={t.stockNote}
        extra={
          <Input.Search
            className={styles.narrow ?? ''}
            aria-label={t.searchItems}
            placeholder={t.itemOrName}
            allowClear
            defaultValue={q}
            onSearch={(text) => set({ q: text.trim() || null, page: null })}
          />
        }
        query={query}
        height={HEIGHT}
        isEmpty={({ items }) => items.length === 0}
        empty={<EmptyState title={t.none} text={t.noneText} />}
      >
        {({ items, total }) => (
          <>
            <StockTable items={items} {...(mayWrite && { onAdjust: setAdjusting })} />
            <Pagination
              className={styles.pages ?? ''}
              align="end"
              hideOnSinglePage
              showSizeChanger={false}
              pageSize={ITEMS_A_PAGE}
              current={page}
              total={total}
              onChange={(next) => set({ page: String(next) })}
            />
          </>
        )}
      </Panel>
      {adjusting && <AdjustDialog item={adjusting} onClose={() => setAdjusting(null)} />}
    </>
  )
}
