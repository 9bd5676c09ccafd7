import { Button } from 'antd'
import { Link, Navigate } from 'react-router'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { PageHeader } from '../../../parts/page-header.tsx'
import { referenceLink } from '../plan-document/reference-link.ts'
import { readReference } from './read-reference.ts'
import { strings } from './strings.ts'

/** Where the links of files lead: on to what stands behind the figure, wherever that is by now. */
export default function FigurePage() {
  const t = useStrings(strings)
  const store = useStoreId()
  const { get } = useSearchState()
  const ref = readReference(get('of'))
  if (ref) return <Navigate to={referenceLink(ref, { store, plan: get('plan') })} replace />
  const action = (
    <Link to={`/stores/${encodeURIComponent(store)}/review`}>
      <Button tabIndex={-1} type="primary">
        {t.reports}
      </Button>
    </Link>
  )
  return (
    <>
      <PageHeader title={t.title} lead={t.lead} />
      <Card>
        <EmptyState title={t.broken} text={t.brokenText} action={action} />
      </Card>
    </>
  )
}
