import type { PromotionNotice, PromotionSummary } from '@zhanggui/contract'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useStrings } from '../../../locale/strings.ts'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { PageHeader } from '../../../parts/page-header.tsx'
import { Panel } from '../../../parts/panel.tsx'
import stack from '../../../parts/stack.module.css'
import { useNotices, usePromotions } from '../use-promotions.ts'
import { ActiveTimeline } from './active-timeline.tsx'
import { inShow, type Show } from './in-show.ts'
import { NewPromotionDialog } from './new-promotion-dialog.tsx'
import { NoticeList } from './notice-list.tsx'
import { PromotionTable } from './promotion-table.tsx'
import styles from './promotions-page.module.css'
import { strings } from './strings.ts'

const LIST_HEIGHT = 200
const SIDE_HEIGHT = 96

/** Every promotion of the shop: what runs, what it costs, what is wrong with it. */
export default function PromotionsPage() {
  const t = useStrings(strings)
  const store = useStoreId()
  const promotions = usePromotions(store)
  const mayWrite = usePermissions().includes('plan:write')
  const [isNew, setNew] = useState(false)
  const create = mayWrite && (
    <Button type="primary" onClick={() => setNew(true)}>
      {t.create}
    </Button>
  )
  return (
    <div className={stack.stack}>
      <PageHeader title={t.title} lead={t.lead} actions={create} />
      <Panel<PromotionSummary[]>
        title={t.timeline}
        note={t.timelineNote}
        query={promotions}
        height={SIDE_HEIGHT}
        isEmpty={(list) => list.length === 0}
        empty={<EmptyState title={t.empty} text={t.emptyText} action={create} />}
      >
        {(list) => <ActiveTimeline promotions={list} />}
      </Panel>
      {promotions.data?.length !== 0 && (
        <div className={styles.columns}>
          <Listed query={promotions} />
          <Notices store={store} />
        </div>
      )}
      {isNew && <NewPromotionDialog onClose={() => setNew(false)} />}
    </div>
  )
}

function Listed({ query }: { query: ReturnType<typeof usePromotions> }) {
  const t = useStrings(strings)
  const { get, set } = useSearchState()
  const show: Show = get('show') === 'all' ? 'all' : get('show') === 'past' ? 'past' : 'current'
  const choose = (
    <Segmented
      aria-label={t.state}
      value={show}
      onChange={(next) => set({ show: next === 'current' ? null : next }, { replace: true })}
      options={(['current', 'past', 'all'] as const).map((value) => ({ value, label: t[value] }))}
    />
  )
  return (
    <Panel<PromotionSummary[]>
      title={t.list}
      extra={choose}
      query={query}
      height={LIST_HEIGHT}
      isEmpty={(list) => list.filter(inShow(show)).length === 0}
      empty={<EmptyState title={t.nothing} text={t.nothingText} />}
    >
      {(list) => <PromotionTable promotions={list.filter(inShow(show))} />}
    </Panel>
  )
}

function Notices({ store }: { store: string }) {
  const t = useStrings(strings)
  return (
    <Panel<PromotionNotice[]>
      title={t.notices}
      query={useNotices(store)}
      height={SIDE_HEIGHT}
      isEmpty={(list) => list.length === 0}
      empty={<EmptyState title={t.noNotices} text={t.noNoticesText} />}
    >
      {(list) => <NoticeList notices={list} />}
    </Panel>
  )
}
