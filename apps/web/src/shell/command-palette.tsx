import { Input, Modal } from 'antd'
import { type KeyboardEvent, useId, useMemo, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { useMetricDictionary } from '../api/use-metric-dictionary.ts'
import { navigationFor } from '../app/pages.ts'
import { usePermissions } from '../app/use-permissions.ts'
import { useStoreId } from '../app/use-store-id.ts'
import { useLanguage, useStrings } from '../locale/strings.ts'
import { sharedSearch } from '../range/range.ts'
import styles from './command-palette.module.css'
import { findEntries, type SearchEntry, searchEntries } from './search-entries.ts'
import { strings } from './strings.ts'

/** Search over pages and metrics. Arrows move, Enter opens, Esc closes. */
export function CommandPalette({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Modal
      open={open}
      onCancel={onClose}
      footer={null}
      closable={false}
      width={600}
      destroyOnHidden
      className={styles.modal ?? ''}
    >
      <Search onClose={onClose} />
    </Modal>
  )
}

function useEntries(): SearchEntry[] {
  const t = useStrings(strings)
  const language = useLanguage()
  const permissions = usePermissions()
  const metrics = useMetricDictionary().data?.metrics
  return useMemo(() => {
    const sectionNames = {
      overview: t.overview,
      planning: t.planning,
      campaigns: t.campaigns,
      trade: t.trade,
      live: t.live,
      review: t.review,
      data: t.data,
      settings: t.settings,
    }
    const allowed = (metrics ?? []).filter(({ permission }) => permissions.includes(permission))
    return searchEntries({ sections: navigationFor(permissions), metrics: allowed, sectionNames, language })
  }, [t, language, permissions, metrics])
}

function Search({ onClose }: { onClose: () => void }) {
  const t = useStrings(strings)
  const store = useStoreId()
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const listId = useId()
  const entries = useEntries()
  const found = useMemo(() => findEntries(entries, query), [entries, query])

  const openEntry = (entry: SearchEntry) => {
    const shared = sharedSearch(params).slice(1)
    const joiner = entry.to.includes('?') ? '&' : '?'
    onClose()
    navigate(`/stores/${store}/${entry.to}${shared ? joiner + shared : ''}`)
  }
  const press = (event: KeyboardEvent) => {
    const chosen = found[at]
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, found.length - 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0))
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing && chosen) openEntry(chosen)
    else return
    event.preventDefault()
  }
  return (
    <>
      <Input
        autoFocus
        size="large"
        variant="borderless"
        placeholder={t.searchHint}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value)
          setAt(0)
        }}
        onKeyDown={press}
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-label={t.searchHint}
        {...(found[at] ? { 'aria-activedescendant': `${listId}-${at}` } : {})}
      />
      {found.length === 0 ? (
        <p className={styles.nothing}>{t.searchNothing}</p>
      ) : (
        <Hits entries={found} at={at} listId={listId} onOpen={openEntry} onPoint={setAt} />
      )}
      <p className={styles.keys} aria-hidden="true">
        <kbd>↑↓</kbd> {t.moveHint} <kbd>↵</kbd> {t.openHint} <kbd>Esc</kbd> {t.closeHint}
      </p>
    </>
  )
}

type HitsProps = {
  entries: SearchEntry[]
  at: number
  listId: string
  onOpen: (entry: SearchEntry) => void
  onPoint: (index: number) => void
}

function Hits({ entries, at, listId, onOpen, onPoint }: HitsProps) {
  const t = useStrings(strings)
  const scrollTo = (element: HTMLElement | null) => element?.scrollIntoView({ block: 'nearest' })
  return (
    <div id={listId} role="listbox" className={styles.hits} aria-label={t.search}>
      {entries.map((entry, index) => (
        <div
          key={entry.id}
          id={`${listId}-${index}`}
          ref={index === at ? scrollTo : null}
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          className={styles.hit}
          onMouseMove={() => onPoint(index)}
          onClick={() => onOpen(entry)}
          onKeyDown={(event) => event.key === 'Enter' && onOpen(entry)}
        >
          <span>{entry.title}</span>
          <small>{entry.note}</small>
          <small className={styles.kind}>{entry.kind === 'page' ? t.pages : t.metrics}</small>
        </div>
      ))}
    </div>
  )
}
