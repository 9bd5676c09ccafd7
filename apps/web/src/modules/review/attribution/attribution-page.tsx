import type { Attribution, AttributionModel } from '@zhanggui/contract'
import { Segmented } from 'antd'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useStrings } from '../../../locale/strings.ts'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { PageHeader } from '../../../parts/page-header.tsx'
import { HeadedBody } from '../../../parts/panel.tsx'
import stack from '../../../parts/stack.module.css'
import type { DayRange } from '../../../range/range.ts'
import { useRange } from '../../../range/use-range.ts'
import { NoData } from '../../insight/no-data.tsx'
import { AttributionTiles } from './attribution-tiles.tsx'
import { readModel } from './models.ts'
import { ModelsCard } from './models-card.tsx'
import { PathsCard } from './paths-card.tsx'
import { ReturnsPanel } from './returns-panel.tsx'
import { attributionStrings } from './strings.ts'
import { useAttribution } from './use-attribution.ts'

/** Who led buyers to the shop, and what that cost. */
export default function AttributionPage() {
  const t = useStrings(attributionStrings)
  const { days, dataRange } = useRange()
  if (dataRange.data === null) return <NoData title={t.title} lead={t.lead} />
  if (days) return <Channels days={days} />
  return (
    <HeadedBody
      query={{ ...dataRange, data: undefined }}
      height={640}
      header={<PageHeader title={t.title} lead={t.lead} />}
    >
      {() => null}
    </HeadedBody>
  )
}

function Channels({ days }: { days: DayRange }) {
  const t = useStrings(attributionStrings)
  const store = useStoreId()
  const mayCost = usePermissions().includes('plan:read')
  const { get, set } = useSearchState()
  const by = get('by') === 'trafficClass' ? 'trafficClass' : 'channel'
  const model = readModel(get('model'))
  const asked = { ...days, by, model }
  const attribution = useAttribution(store, asked)
  const choose = (next: AttributionModel) => set({ model: next }, { replace: true })
  return (
    <div className={stack.stack}>
      <PageHeader
        title={t.title}
        lead={t.lead}
        actions={
          <Segmented
            aria-label={t.by}
            value={by}
            onChange={(value) => set({ by: value })}
            options={[
              { value: 'channel', label: t.channel },
              { value: 'trafficClass', label: t.trafficClass },
            ]}
          />
        }
      />
      <HeadedBody<Attribution>
        query={attribution}
        height={520}
        header={null}
        isEmpty={({ channels }) => channels.length === 0}
        empty={<EmptyState title={t.empty} text={t.emptyText} />}
      >
        {(data) => (
          <div className={stack.stack}>
            <AttributionTiles data={data} />
            <ModelsCard data={data} />
            <PathsCard data={data} />
          </div>
        )}
      </HeadedBody>
      {mayCost && <ReturnsPanel store={store} asked={asked} onModel={choose} />}
    </div>
  )
}
