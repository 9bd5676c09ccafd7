import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { RaisedSeasonTasks, RaiseSeasonTasks, SeasonOutlookAnswer } from '@zhanggui/contract'
import { apiGet, apiPost, storePath } from '../../../api/client.ts'
import { queryKeys } from '../../../api/query-keys.ts'

export type SeasonQuestion = { by: string; leadMost: number; leadLeast: number }

export const useSeasonOutlook = (store: string, { by, leadMost, leadLeast }: SeasonQuestion) =>
  useQuery({
    queryKey: queryKeys.storeList(store, 'season-outlook', by, leadMost, leadLeast),
    queryFn: ({ signal }) => {
      const search = new URLSearchParams({ by, leadMost: String(leadMost), leadLeast: String(leadLeast) })
      return apiGet<SeasonOutlookAnswer>(`${storePath(store, 'season-outlook')}?${search}`, signal)
    },
    placeholderData: keepPreviousData,
  })

/** Research tasks in a plan for the peaks that are named. */
export function useRaiseSeasonTasks(store: string, plan: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (asked: RaiseSeasonTasks) =>
      apiPost<RaisedSeasonTasks>(storePath(store, 'plans', plan, 'season-tasks'), asked),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.store(store) }),
  })
}
