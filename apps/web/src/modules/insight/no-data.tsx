import { Button } from 'antd'
import { Link, useSearchParams } from 'react-router'
import { useStoreId } from '../../app/use-store-id.ts'
import { useStrings } from '../../locale/strings.ts'
import { EmptyState } from '../../parts/empty-state.tsx'
import { PageHeader } from '../../parts/page-header.tsx'
import { sharedSearch } from '../../range/range.ts'
import { strings } from './strings.ts'

/** A page of a shop without data: what it will show, and the button that fills it. */
export function NoData({ title, lead }: { title: string; lead?: string }) {
  const t = useStrings(strings)
  const store = useStoreId()
  const [search] = useSearchParams()
  return (
    <>
      <PageHeader title={title} lead={lead} />
      <EmptyState
        title={t.noData}
        text={t.noDataText}
        action={
          <Link to={`/stores/${store}/data/imports${sharedSearch(search)}`}>
            <Button tabIndex={-1} type="primary">
              {t.goImport}
            </Button>
          </Link>
        }
      />
    </>
  )
}
