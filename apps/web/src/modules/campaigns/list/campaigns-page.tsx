import type { CampaignSummary } from '@zhanggui/contract'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useStrings } from '../../../locale/strings.ts'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { PageHeader } from '../../../parts/page-header.tsx'
import { Panel } from '../../../parts/panel.tsx'
import stack from '../../../parts/stack.module.css'
import { useCampaigns } from '../use-campaigns.ts'
import { useToday } from '../use-today.ts'
import { CampaignTable } from './campaign-table.tsx'
import { NewCampaignDialog } from './new-campaign-dialog.tsx'
import { ribbonOf, yearsOf } from './ribbon-bars.ts'
import { strings } from './strings.ts'
import { YearRibbon } from './year-ribbon.tsx'

const RIBBON_HEIGHT = 120
const LIST_HEIGHT = 220

/** The campaigns of a year: where each stands, when its next step comes, whether it is ready. */
export default function CampaignsPage() {
  const t = useStrings(strings)
  const today = useToday()
  const { get, set } = useSearchState()
  const campaigns = useCampaigns(useStoreId())
  const mayWrite = usePermissions().includes('plan:write')
  const [isNew, setNew] = useState(false)
  const year = Number(get('year')) || Number(today.slice(0, 4))
  const create = mayWrite && (
    <Button type="primary" onClick={() => setNew(true)}>
      {t.create}
    </Button>
  )
  const inYear = (list: readonly CampaignSummary[]) =>
    list.filter(({ windows }) => windows.some(({ from, to }) => from < `${year + 1}` && to > `${year}`))
  const pickYear = (
    <Select
      aria-label={t.year}
      value={year}
      options={yearsOf(campaigns.data ?? [], today).map((value) => ({ value, label: String(value) }))}
      onChange={(next) => set({ year: next === Number(today.slice(0, 4)) ? null : String(next) })}
    />
  )
  return (
    <div className={stack.stack}>
      <PageHeader title={t.title} lead={t.lead} actions={create} />
      <Panel<CampaignSummary[]>
        title={t.ribbon}
        note={t.ribbonNote}
        extra={pickYear}
        query={campaigns}
        height={RIBBON_HEIGHT}
        isEmpty={(list) => list.length === 0}
        empty={<EmptyState title={t.empty} text={t.emptyText} action={create} />}
      >
        {(list) => <YearRibbon ribbon={ribbonOf(list, year, today)} />}
      </Panel>
      {campaigns.data?.length !== 0 && (
        <Panel<CampaignSummary[]>
          title={t.list}
          query={campaigns}
          height={LIST_HEIGHT}
          isEmpty={(list) => inYear(list).length === 0}
          empty={<EmptyState title={t.emptyYear} />}
        >
          {(list) => <CampaignTable campaigns={inYear(list)} today={today} />}
        </Panel>
      )}
      {isNew && <NewCampaignDialog campaigns={campaigns.data ?? []} year={year} onClose={() => setNew(false)} />}
    </div>
  )
}
