import type { UseQueryResult } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { usePermissions } from '../../app/use-permissions.ts'
import { EmptyState } from '../../parts/empty-state.tsx'
import { PageHeader } from '../../parts/page-header.tsx'
import { Panel } from '../../parts/panel.tsx'
import stack from '../../parts/stack.module.css'

type Words = { title: string; lead: string; list: string; create: string; empty: string; emptyText: string }

type Props<T> = {
  words: Words
  query: UseQueryResult<T[]>
  height: number
  /** The dialog for a new one, while it is open. */
  dialog: (close: () => void) => ReactNode
  children: (list: T[]) => ReactNode
  /** What else may stand over the page: a drawer, another dialog. */
  over?: ReactNode
}

/** A page that lists one kind of thing and lets those who may make a new one. */
export function ListPage<T>({ words, query, height, dialog, children, over }: Props<T>) {
  const mayWrite = usePermissions().includes('plan:write')
  const [isNew, setNew] = useState(false)
  const create = mayWrite && (
    <Button type="primary" onClick={() => setNew(true)}>
      {words.create}
    </Button>
  )
  return (
    <div className={stack.stack}>
      <PageHeader title={words.title} lead={words.lead} actions={create} />
      <Panel<T[]>
        title={words.list}
        query={query}
        height={height}
        isEmpty={(list) => list.length === 0}
        empty={<EmptyState title={words.empty} text={words.emptyText} action={create} />}
      >
        {children}
      </Panel>
      {isNew && dialog(() => setNew(false))}
      {over}
    </div>
  )
}
