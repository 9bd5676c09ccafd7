import { useQuery } from '@tanstack/react-query'
import type { RankFollowUp, RankLevers } from '@zhanggui/contract'
import { apiGet, storePath } from '../../../api/client.ts'
import { queryKeys } from '../../../api/query-keys.ts'

export const useRanks = (store: string) =>
  useQuery({
    queryKey: queryKeys.storeList(store, 'ranks'),
    queryFn: ({ signal }) => apiGet<RankFollowUp>(storePath(store, 'ranks'), signal),
  })

export const useRankLevers = (store: string, id: string) =>
  useQuery({
    queryKey: queryKeys.storeList(store, 'ranks', id, 'levers'),
    queryFn: ({ signal }) => apiGet<RankLevers>(storePath(store, 'ranks', id, 'levers'), signal),
  })
