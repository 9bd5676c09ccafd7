import type { ArchiveAnswer } from '@zhanggui/contract'
import { Button, Input, Select } from 'antd'
import { Link } from 'react-router'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useStrings } from '../../../locale/strings.ts'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { PageHeader } from '../../../parts/page-header.tsx'
import { Panel } from '../../../parts/panel.tsx'
import stack from '../../../parts/stack.module.css'
import styles from './archive-page.module.css'
import { CaseTable } from './case-table.tsx'
import { strings } from './strings.ts'
import { ARCHIVE_PARAMETERS, type ArchiveSearch, useArchive } from './use-archive.ts'

const HEIGHT = 420
const SEASONS = ['spring', 'summer', 'autumn', 'winter'] as const
const SOURCES = ['campaign', 'plan', 'report', 'lesson', 'template'] as const

/** What was done before, found by words, mechanic, category and season. */
export default function ArchivePage() {
  const t = useStrings(strings)
  const store = useStoreId()
  const { get } = useSearchState()
  const asked: ArchiveSearch = Object.fromEntries(
    ARCHIVE_PARAMETERS.flatMap((name) => {
      const value = get(name)
      return value ? [[name, value]] : []
    }),
  )
  const archive = useArchive(asked)
  const write = (
    <Link to={`/stores/${store}/admin/resources/lessons`}>
      <Button tabIndex={-1}>{t.addLesson}</Button>
    </Link>
  )
  return (
    <div className={stack.stack}>
      <PageHeader title={t.title} lead={t.lead} actions={write} />
      <Filters answer={archive.data} />
      <Panel<ArchiveAnswer>
        title={t.found}
        query={archive}
        height={HEIGHT}
        isEmpty={({ cases }) => cases.length === 0}
        empty={<EmptyState title={t.empty} text={t.emptyText} action={write} />}
      >
        {({ cases }) => <CaseTable cases={cases} />}
      </Panel>
    </div>
  )
}

function Filters({ answer }: { answer: ArchiveAnswer | undefined }) {
  const t = useStrings(strings)
  const { get, set } = useSearchState()
  const choice = (name: 'mechanic' | 'category' | 'season' | 'source', options: { value: string; label: string }[]) => (
    <Select
      allowClear
      aria-label={t[name]}
      placeholder={t[name]}
      value={get(name)}
      options={options}
      style={{ minWidth: 96 }}
      popupMatchSelectWidth={false}
      onChange={(value) => set({ [name]: value ?? null })}
    />
  )
  const plain = (values: readonly string[]) => values.map((value) => ({ value, label: value }))
  return (
    <div className={styles.filters}>
      <Input.Search
        allowClear
        aria-label={t.words}
        placeholder={t.words}
        defaultValue={get('words') ?? ''}
        className={styles.words ?? ''}
        onSearch={(words) => set({ words })}
      />
      {choice('mechanic', plain(answer?.mechanics ?? []))}
      {choice('category', plain(answer?.categories ?? []))}
      {choice(
        'season',
        SEASONS.map((value) => ({ value, label: t[value] })),
      )}
      {choice(
        'source',
        SOURCES.map((value) => ({ value, label: t[value] })),
      )}
    </div>
  )
}
