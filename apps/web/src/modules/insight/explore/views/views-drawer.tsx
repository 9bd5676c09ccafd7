import type { QueryRequest } from '@zhanggui/contract'
import { App, Button, Drawer, Flex } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useSearchState } from '../../../../app/use-search-state.ts'
import { useStoreId } from '../../../../app/use-store-id.ts'
import { useStrings } from '../../../../locale/strings.ts'
import { EmptyState } from '../../../../parts/empty-state.tsx'
import { PanelBody } from '../../../../parts/panel.tsx'
import { Problem } from '../../../../parts/problem.tsx'
import { questionOf, type SavedView, VIEW_PARAM } from './saved-view.ts'
import { viewStrings } from './strings.ts'
import { useChangeView, useDeleteView, useSavedViews, useSaveView } from './use-saved-views.ts'
import { type Named, ViewDialog } from './view-dialog.tsx'
import { ViewList } from './view-list.tsx'

type Props = { request: QueryRequest; open: boolean; onClose: () => void }

/** Every view that the reader may open, and the ways to keep the question on screen. */
export function ViewsDrawer({ request, open, onClose }: Props) {
  const t = useStrings(viewStrings)
  const store = useStoreId()
  const views = useSavedViews(store)
  const { get, set } = useSearchState()
  const [editing, setEditing] = useState<SavedView | 'new' | null>(null)
  const remove = useDeleteView(store)
  const openId = get(VIEW_PARAM)
  const forget = (view: SavedView) =>
    remove.mutate(view, { onSuccess: () => view.id === openId && set({ [VIEW_PARAM]: null }, { replace: true }) })
  const shared = { openId, onOpen: onClose, onEdit: setEditing, onRemove: forget }
  return (
    <Drawer title={t.views} open={open} onClose={onClose} size={420} destroyOnHidden>
      <p>{t.lead}</p>
      <KeepQuestion request={request} views={views.data ?? []} onNew={() => setEditing('new')} />
      {remove.isError && <Problem compact error={remove.error} />}
      <PanelBody<SavedView[]>
        query={views}
        height={160}
        isEmpty={(list) => list.length === 0}
        empty={<EmptyState title={t.none} text={t.noneText} />}
      >
        {(list) => (
          <>
            <ViewList heading={t.own} views={list.filter(({ mine }) => mine)} {...shared} />
            <ViewList heading={t.others} views={list.filter(({ mine }) => !mine)} {...shared} />
          </>
        )}
      </PanelBody>
      {editing === 'new' && <NewView request={request} onClose={() => setEditing(null)} />}
      {editing !== null && editing !== 'new' && <EditView view={editing} onClose={() => setEditing(null)} />}
    </Drawer>
  )
}

type KeepProps = { request: QueryRequest; views: readonly SavedView[]; onNew: () => void }

/** Keeps the question on screen: under a new name, or over the open view once it differs from it. */
function KeepQuestion({ request, views, onNew }: KeepProps) {
  const t = useStrings(viewStrings)
  const { message } = App.useApp()
  const [search] = useSearchParams()
  const change = useChangeView(useStoreId())
  const question = questionOf(search)
  const open = views.find(({ id, mine }) => mine && id === search.get(VIEW_PARAM))
  const differs = open !== undefined && open.search !== question
  const saveOver = (view: SavedView) =>
    change.mutate({ ...view, search: question, query: request }, { onSuccess: () => void message.success(t.saved) })
  return (
    <Flex vertical gap={8} style={{ marginBlock: 16 }}>
      {differs && (
        <Button type="primary" loading={change.isPending} title={t.changed} onClick={() => saveOver(open)}>
          {t.saveOver(open.name)}
        </Button>
      )}
      <Button type={differs ? 'default' : 'primary'} onClick={onNew}>
        {t.saveNew}
      </Button>
      {change.isError && <Problem compact error={change.error} />}
    </Flex>
  )
}

function NewView({ request, onClose }: { request: QueryRequest; onClose: () => void }) {
  const t = useStrings(viewStrings)
  const { message } = App.useApp()
  const [search] = useSearchParams()
  const { set } = useSearchState()
  const save = useSaveView(useStoreId())
  const keep = (named: Named) =>
    save.mutate(
      { ...named, search: questionOf(search), query: request },
      {
        onSuccess: ({ id }) => {
          onClose()
          void message.success(t.saved)
          set({ [VIEW_PARAM]: id }, { replace: true })
        },
      },
    )
  return (
    <ViewDialog
      title={t.saveNew}
      initial={{ name: '', shared: false }}
      pending={save.isPending}
      error={save.error}
      onSubmit={keep}
      onClose={onClose}
    />
  )
}

function EditView({ view, onClose }: { view: SavedView; onClose: () => void }) {
  const t = useStrings(viewStrings)
  const change = useChangeView(useStoreId())
  return (
    <ViewDialog
      title={t.renameOf(view.name)}
      initial={view}
      pending={change.isPending}
      error={change.error}
      onSubmit={({ name, shared }) => change.mutate({ ...view, name, shared }, { onSuccess: onClose })}
      onClose={onClose}
    />
  )
}
