import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Explanation } from '@zhanggui/contract'
import { apiGet, storePath } from '../../../api/client.ts'
import { queryKeys } from '../../../api/query-keys.ts'

export type ExplainAsked = { metric: string; by: string; from: string; to: string; compare: string }

export const useExplanation = (store: string, asked: ExplainAsked) =>
  useQuery({
    queryKey: queryKeys.storeList(store, 'explanation', asked),
    queryFn: ({ signal }) =>
      apiGet<Explanation>(`${storePath(store, 'review', 'explanation')}?${new URLSearchParams(asked)}`, signal),
    placeholderData: keepPreviousData,
  })
