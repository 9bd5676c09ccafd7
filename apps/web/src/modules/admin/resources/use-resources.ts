import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type {
  CreateResource,
  MoveResource,
  ResourceHistory,
  ResourceImportResult,
  ResourceInfo,
  ResourcePage,
  ResourceRow,
  UpdateResource,
} from '@zhanggui/contract'
import { apiDelete, apiGet, apiPost, apiPut, apiUpload, storePath } from '../../../api/client.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { type ListQuestion, listSearch } from './list-question.ts'

const keys = {
  declarations: (store: string) => queryKeys.storeList(store, 'resource-declarations'),
  all: (store: string, resource: string) => queryKeys.storeList(store, 'resource', resource),
  list: (store: string, resource: string, question: ListQuestion) =>
    queryKeys.storeList(store, 'resource', resource, 'list', question),
  row: (store: string, resource: string, id: string) => queryKeys.storeList(store, 'resource', resource, 'row', id),
  history: (store: string, resource: string, id: string) =>
    queryKeys.storeList(store, 'resource', resource, 'history', id),
}

/** A resource of one shop: what every call below is about. */
export type ResourceAt = { store: string; resource: string }

/** Every kind of record there is, as the reader may see it in this shop. */
export const useResourceDeclarations = (store: string) =>
  useQuery({
    queryKey: keys.declarations(store),
    queryFn: ({ signal }) => apiGet<ResourceInfo[]>(`/v1/resources?store=${encodeURIComponent(store)}`, signal),
    staleTime: 5 * 60_000,
  })

export const useResourceList = ({ store, resource }: ResourceAt, question: ListQuestion) =>
  useQuery({
    queryKey: keys.list(store, resource, question),
    queryFn: ({ signal }) =>
      apiGet<ResourcePage>(
        `${storePath(store, 'resources', resource)}?${listSearch(question, { paged: true })}`,
        signal,
      ),
    placeholderData: keepPreviousData,
  })

export const useResourceRow = ({ store, resource }: ResourceAt, id: string) =>
  useQuery({
    queryKey: keys.row(store, resource, id),
    queryFn: ({ signal }) => apiGet<ResourceRow>(storePath(store, 'resources', resource, id), signal),
    // A form is filled from it: a stale version would be refused on saving.
    staleTime: 0,
    refetchOnWindowFocus: false,
  })

export const useResourceHistory = ({ store, resource }: ResourceAt, id: string) =>
  useQuery({
    queryKey: keys.history(store, resource, id),
    queryFn: ({ signal }) => apiGet<ResourceHistory>(storePath(store, 'resources', resource, id, 'history'), signal),
    staleTime: 0,
  })

export function useCreateResource(at: ResourceAt) {
  const refresh = useRefreshResource(at)
  return useMutation({
    mutationFn: (record: CreateResource) => apiPost<ResourceRow>(storePath(at.store, 'resources', at.resource), record),
    onSuccess: refresh,
  })
}

export function useUpdateResource(at: ResourceAt, id: string) {
  const refresh = useRefreshResource(at)
  return useMutation({
    mutationFn: (record: UpdateResource) =>
      apiPut<ResourceRow>(storePath(at.store, 'resources', at.resource, id), record),
    onSuccess: refresh,
  })
}

export function useMoveResource(at: ResourceAt, id: string) {
  const refresh = useRefreshResource(at)
  return useMutation({
    mutationFn: (move: MoveResource) =>
      apiPost<ResourceRow>(storePath(at.store, 'resources', at.resource, id, 'state'), move),
    onSuccess: refresh,
  })
}

export function useDeleteResource(at: ResourceAt, id: string) {
  const refresh = useRefreshResource(at)
  return useMutation({
    mutationFn: (version: number) =>
      apiDelete<unknown>(`${storePath(at.store, 'resources', at.resource, id)}?version=${version}`),
    onSuccess: refresh,
  })
}

/** A file of rows: all are written or none. */
export function useImportResource(at: ResourceAt) {
  const refresh = useRefreshResource(at)
  return useMutation({
    mutationFn: (file: File) => {
      const form = new FormData()
      form.append('file', file, file.name)
      return apiUpload<ResourceImportResult>(storePath(at.store, 'resources', at.resource, 'import'), form)
    },
    onSuccess: refresh,
  })
}

/** Where the rows of a question can be downloaded. */
export const exportPath = ({ store, resource }: ResourceAt, question: ListQuestion, format: 'csv' | 'xlsx'): string => {
  const search = listSearch(question, { paged: false })
  search.set('format', format)
  return `${storePath(store, 'resources', resource, 'export')}?${search}`
}

function useRefreshResource({ store, resource }: ResourceAt) {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: keys.all(store, resource) })
}
