import type { SavedMapping } from '@zhanggui/contract'
import { Button } from 'antd'
import { Link } from 'react-router'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useStrings } from '../../../locale/strings.ts'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { PageHeader } from '../../../parts/page-header.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { importPaths } from '../imports/import-paths.ts'
import { MappingTable } from './mapping-table.tsx'
import { mappingStrings } from './strings.ts'
import { useMappings } from './use-mappings.ts'

/** What the shop has said the columns of its files mean. */
export default function MappingsPage() {
  const t = useStrings(mappingStrings)
  const store = useStoreId()
  const toImports = importPaths.list(store)
  return (
    <>
      <PageHeader
        title={t.title}
        lead={t.lead}
        actions={
          <Link to={toImports}>
            <Button tabIndex={-1}>{t.goImport}</Button>
          </Link>
        }
      />
      <Panel<SavedMapping[]>
        title={t.saved}
        query={useMappings(store)}
        height={240}
        isEmpty={(list) => list.length === 0}
        empty={
          <EmptyState
            title={t.empty}
            text={t.emptyText}
            action={
              <Link to={toImports}>
                <Button tabIndex={-1} type="primary">
                  {t.goImport}
                </Button>
              </Link>
            }
          />
        }
      >
        {(list) => <MappingTable store={store} mappings={list} />}
      </Panel>
    </>
  )
}
