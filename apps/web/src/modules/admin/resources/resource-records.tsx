import type { ResourceInfo, ResourcePage } from '@zhanggui/contract'
import { Button, Pagination } from 'antd'
import { Link } from 'react-router'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useFormat } from '../../../format/use-format.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { PageHeader } from '../../../parts/page-header.tsx'
import { Panel } from '../../../parts/panel.tsx'
import stack from '../../../parts/stack.module.css'
import { isUnfiltered, RESOURCE_PAGE_SIZE, readListQuestion } from './list-question.ts'
import { OPEN_IMPORT, OPEN_NEW } from './open-values.ts'
import { RecordDrawer } from './record-drawer.tsx'
import { ResourceActions } from './resource-actions.tsx'
import { ResourceFilters } from './resource-filters.tsx'
import { ResourceImport } from './resource-import.tsx'
import { ResourceTable } from './resource-table.tsx'
import { strings } from './strings.ts'
import { useResourceList } from './use-resources.ts'

const LIST_HEIGHT = 240
/** The records of one kind: list, form, history and files, all from the declaration. */
export function ResourceRecords({ store, resource }: { store: string; resource: ResourceInfo }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const format = useFormat()
  const { get, set } = useSearchState()
  const at = { store, resource: resource.id }
  const question = readListQuestion(resource, get)
  const list = useResourceList(at, question)
  const opened = get('open')
  const open = (what: string | null) => set({ open: what })
  return (
    <div className={stack.stack}>
      <PageHeader
        title={nameOf(resource, language)}
        lead={list.data && t.total(format.count(list.data.total))}
        actions={<ResourceActions at={at} resource={resource} question={question} onOpen={open} />}
      />
      <ResourceFilters resource={resource} question={question} />
      <Panel<ResourcePage>
        query={list}
        height={LIST_HEIGHT}
        isEmpty={(page) => page.rows.length === 0}
        empty={<NoRecords store={store} resource={resource} unfiltered={isUnfiltered(question)} onOpen={open} />}
      >
        {(page) => (
          <div className={stack.stack}>
            <ResourceTable store={store} resource={resource} rows={page.rows} onOpen={open} />
            <Pagination
              align="end"
              current={question.page}
              pageSize={RESOURCE_PAGE_SIZE}
              total={page.total}
              onChange={(next) => set({ page: String(next) })}
              showSizeChanger={false}
              hideOnSinglePage
            />
          </div>
        )}
      </Panel>
      {opened === OPEN_IMPORT && <ResourceImport at={at} resource={resource} onClose={() => open(null)} />}
      {opened !== null && opened !== OPEN_IMPORT && (
        <RecordDrawer
          key={opened}
          at={at}
          resource={resource}
          id={opened === OPEN_NEW ? null : opened}
          onClose={() => open(null)}
        />
      )}
    </div>
  )
}

type NoRecordsProps = { store: string; resource: ResourceInfo; unfiltered: boolean; onOpen: (what: string) => void }

function NoRecords({ store, resource, unfiltered, onOpen }: NoRecordsProps) {
  const t = useStrings(strings)
  const language = useLanguage()
  if (!unfiltered) {
    return (
      <EmptyState
        title={t.emptySearch}
        text={t.emptySearchHint}
        action={
          <Link to={`/stores/${store}/admin/resources/${resource.id}`}>
            <Button tabIndex={-1}>{t.clear}</Button>
          </Link>
        }
      />
    )
  }
  return (
    <EmptyState
      title={t.empty(nameOf(resource, language))}
      text={t.emptyHint}
      action={
        resource.canWrite && (
          <Button type="primary" onClick={() => onOpen(OPEN_IMPORT)}>
            {t.importFile}
          </Button>
        )
      }
    />
  )
}
