import { Button } from 'antd'
import { Link, useSearchParams } from 'react-router'
import { useStoreId } from '../../app/use-store-id.ts'
import { useStrings } from '../../locale/strings.ts'
import { EmptyState } from '../../parts/empty-state.tsx'
import { sharedSearch } from '../../range/range.ts'
import { strings } from './strings.ts'

/** A shop without data: what these pages will show, and the button that fills them. */
export function NoData() {
  const t = useStrings(strings)
  const store = useStoreId()
  const [search] = useSearchParams()
  return (
    <EmptyState
      title={t.noData}
      text={t.noDataText}
      action={
        <Link to={`/stores/${store}/data/imports${sharedSearch(search)}`}>
          <Button type="primary">{t.goImport}</Button>
        </Link>
      }
    />
  )
}
