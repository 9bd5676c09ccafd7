import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type {
  ErasePerson,
  ErasureReport,
  PersonExport,
  RetentionRule,
  RetentionRun,
  SetRetention,
} from '@zhanggui/contract'
import { apiGet, apiPost, apiPut, storePath } from '../../../api/client.ts'
import { queryKeys } from '../../../api/query-keys.ts'

const retentionKey = (store: string) => queryKeys.storeList(store, 'retention')

export const useExportPerson = (store: string) =>
  useMutation({
    mutationFn: (identifiers: string[]) =>
      apiPost<PersonExport>(storePath(store, 'people', 'export'), { identifiers, format: 'json' }),
  })

/** Distinct counts change with it: everything of the shop is read anew. */
export function useErasePerson(store: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (person: ErasePerson) => apiPost<ErasureReport>(storePath(store, 'people', 'erase'), person),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.store(store) }),
  })
}

export const useRetention = (store: string) =>
  useQuery({
    queryKey: retentionKey(store),
    queryFn: ({ signal }) => apiGet<RetentionRule[]>(storePath(store, 'retention'), signal),
  })

export function useSetRetention(store: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ table, ...rule }: SetRetention & { table: string }) =>
      apiPut<RetentionRule>(storePath(store, 'retention', table), rule),
    onSuccess: () => client.invalidateQueries({ queryKey: retentionKey(store) }),
  })
}

export function useRunRetention(store: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (apply: boolean) => apiPost<RetentionRun>(storePath(store, 'retention', 'run'), { apply }),
    onSuccess: ({ applied }) => (applied ? client.invalidateQueries({ queryKey: queryKeys.store(store) }) : undefined),
  })
}
