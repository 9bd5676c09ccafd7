import type { CampaignComparison, CampaignSummary } from '@zhanggui/contract'
import { Select } from 'antd'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { PageHeader } from '../../../parts/page-header.tsx'
import { PanelBody } from '../../../parts/panel.tsx'
import stack from '../../../parts/stack.module.css'
import { useCampaigns } from '../../campaigns/use-campaigns.ts'
import { strings } from '../reports/strings.ts'
import { useCampaignComparison } from '../reports/use-reports.ts'
import { ComparisonView } from './comparison-view.tsx'

const HEIGHT = 520

/** Two campaigns side by side; which two stands in the address. */
export default function ComparePage() {
  const t = useStrings(strings)
  const { get } = useSearchState()
  const campaigns = useCampaigns(useStoreId()).data ?? []
  const [first, second] = [get('first'), get('second')]
  const comparison = useCampaignComparison(first, second)
  const isChosen = first !== null && second !== null
  return (
    <div className={stack.stack}>
      <PageHeader
        title={t.compareTitle}
        lead={t.compareLead}
        actions={
          <>
            <Choice name="second" label={t.second} campaigns={campaigns} />
            <Choice name="first" label={t.first} campaigns={campaigns} />
          </>
        }
      />
      {isChosen ? (
        <PanelBody<CampaignComparison> query={comparison} height={HEIGHT}>
          {(found) => <ComparisonView comparison={found} />}
        </PanelBody>
      ) : (
        <Card>
          <EmptyState title={t.choose} />
        </Card>
      )}
    </div>
  )
}

type ChoiceProps = { name: 'first' | 'second'; label: string; campaigns: readonly CampaignSummary[] }

function Choice({ name, label, campaigns }: ChoiceProps) {
  const { get, set } = useSearchState()
  return (
    <Select
      aria-label={label}
      placeholder={label}
      value={get(name)}
      popupMatchSelectWidth={false}
      style={{ minWidth: 160 }}
      options={campaigns.map((one) => ({ value: one.id, label: one.name }))}
      onChange={(id: string) => set({ [name]: id })}
    />
  )
}
