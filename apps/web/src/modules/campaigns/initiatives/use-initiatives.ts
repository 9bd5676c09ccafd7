import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { InitiativeInfo, MarkMilestone } from '@zhanggui/contract'
import { apiGet, apiPost, storePath } from '../../../api/client.ts'
import { queryKeys } from '../../../api/query-keys.ts'

/** Of one campaign where it is named, else all. */
export const useInitiatives = (store: string, campaign?: string) =>
  useQuery({
    queryKey: queryKeys.storeList(store, 'initiatives', campaign ?? ''),
    queryFn: ({ signal }) => {
      const query = campaign === undefined ? '' : `?${new URLSearchParams({ campaign })}`
      return apiGet<InitiativeInfo[]>(`${storePath(store, 'initiatives')}${query}`, signal)
    },
  })

export function useMarkMilestone(store: string, initiative: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (mark: MarkMilestone) => apiPost<void>(storePath(store, 'initiatives', initiative, 'milestones'), mark),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.storeList(store, 'initiatives') }),
  })
}
