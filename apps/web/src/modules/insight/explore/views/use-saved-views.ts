import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ResourcePage, ResourceRow } from '@zhanggui/contract'
import { apiDelete, apiGet, apiPost, apiPut, storePath } from '../../../../api/client.ts'
import { queryKeys } from '../../../../api/query-keys.ts'
import { dataOf, type SavedView, viewOf } from './saved-view.ts'

const RESOURCE = 'saved-views'
/** More than anybody keeps; the list has no pages. */
const VIEWS_MAX = 500

const pathOf = (store: string, ...rest: string[]) => storePath(store, 'resources', RESOURCE, ...rest)
const keyOf = (store: string) => queryKeys.storeList(store, 'resource', RESOURCE)

/** The reader's views and those that colleagues share, by name. */
export const useSavedViews = (store: string) =>
  useQuery({
    queryKey: [...keyOf(store), 'views'],
    queryFn: ({ signal }) => apiGet<ResourcePage>(`${pathOf(store)}?sort=name&limit=${VIEWS_MAX}`, signal),
    select: ({ rows }) => rows.map(viewOf),
  })

export type KeptQuestion = Pick<SavedView, 'name' | 'search' | 'query' | 'shared'>

export function useSaveView(store: string) {
  const refresh = useRefresh(store)
  return useMutation({
    mutationFn: (view: KeptQuestion) => apiPost<ResourceRow>(pathOf(store), { data: dataOf(view) }),
    onSuccess: refresh,
  })
}

export function useChangeView(store: string) {
  const refresh = useRefresh(store)
  return useMutation({
    mutationFn: (view: SavedView) =>
      apiPut<ResourceRow>(pathOf(store, view.id), { data: dataOf(view), version: view.version }),
    onSuccess: refresh,
  })
}

export function useDeleteView(store: string) {
  const refresh = useRefresh(store)
  return useMutation({
    mutationFn: ({ id, version }: SavedView) => apiDelete<unknown>(`${pathOf(store, id)}?version=${version}`),
    onSuccess: refresh,
  })
}

function useRefresh(store: string) {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: keyOf(store) })
}
