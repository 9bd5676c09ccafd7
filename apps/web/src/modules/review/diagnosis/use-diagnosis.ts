import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { BenchmarkGaps, EngagementAnswer, GapInitiative, IssueList, Weaknesses } from '@zhanggui/contract'
import { apiGet, apiPost, storePath } from '../../../api/client.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import type { DayRange } from '../../../range/range.ts'

const useReview = <T>(store: string, what: 'weaknesses' | 'benchmarks' | 'issues' | 'engagement', days: DayRange) =>
  useQuery({
    queryKey: queryKeys.storeList(store, what, days),
    queryFn: ({ signal }) => apiGet<T>(`${storePath(store, 'review', what)}?${new URLSearchParams(days)}`, signal),
    placeholderData: keepPreviousData,
  })

export const useWeaknesses = (store: string, days: DayRange) => useReview<Weaknesses>(store, 'weaknesses', days)
export const useBenchmarks = (store: string, days: DayRange) => useReview<BenchmarkGaps>(store, 'benchmarks', days)
export const useEngagement = (store: string, days: DayRange) => useReview<EngagementAnswer>(store, 'engagement', days)
export const useIssues = (store: string, days: DayRange) => useReview<IssueList>(store, 'issues', days)

/** Makes an initiative of a gap; the table of gaps then names it. */
export function useStartInitiative(store: string, benchmark: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: GapInitiative) =>
      apiPost<{ id: string }>(storePath(store, 'review', 'benchmarks', benchmark, 'initiative'), body),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.storeList(store, 'benchmarks') }),
  })
}
