import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useStrings } from '../../../locale/strings.ts'
import { PageHeader } from '../../../parts/page-header.tsx'
import stack from '../../../parts/stack.module.css'
import { AuditView } from './audit-view.tsx'
import { ProposalsView } from './proposals-view.tsx'
import { ProposeDialog } from './propose-dialog.tsx'
import { strings } from './strings.ts'

/** Prices from their proposal to the day they hold, and whether they are the same for everybody. */
export default function PricesPage() {
  const t = useStrings(strings)
  const { get, set } = useSearchState()
  const mayWrite = usePermissions().includes('plan:write')
  const [isNew, setNew] = useState(false)
  const view = get('view') === 'audit' ? 'audit' : 'list'
  const propose = mayWrite && (
    <Button type="primary" onClick={() => setNew(true)}>
      {t.propose}
    </Button>
  )
  return (
    <div className={stack.stack}>
      <PageHeader title={t.title} lead={t.lead} actions={propose} />
      <div>
        <Segmented
          value={view}
          options={(['list', 'audit'] as const).map((value) => ({ value, label: t[value] }))}
          onChange={(value) => set({ view: value === 'audit' ? 'audit' : null }, { replace: true })}
        />
      </div>
      {view === 'audit' ? <AuditView /> : <ProposalsView propose={propose} />}
      {isNew && <ProposeDialog onClose={() => setNew(false)} />}
    </div>
  )
}
