import { Alert } from 'antd'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useStrings } from '../../../locale/strings.ts'
import { PageHeader } from '../../../parts/page-header.tsx'
import stack from '../../../parts/stack.module.css'
import { PersonPanel } from './person-panel.tsx'
import { RetentionPanel } from './retention-panel.tsx'
import { strings } from './strings.ts'

/** Personal data of buyers: one person's, and how long people are kept at all. */
export default function PrivacyPage() {
  const t = useStrings(strings)
  const store = useStoreId()
  const mayErase = usePermissions().includes('people:erase')
  return (
    <div className={stack.stack}>
      <PageHeader title={t.title} lead={t.lead} />
      {mayErase ? <PersonPanel store={store} /> : <Alert type="info" showIcon title={t.notPermitted} />}
      <RetentionPanel store={store} mayChange={mayErase} />
    </div>
  )
}
