import { useQuery } from '@tanstack/react-query'
import type { ContentSupply, PeoplePlan } from '@zhanggui/contract'
import { apiGet, storePath } from '../../../api/client.ts'
import { queryKeys } from '../../../api/query-keys.ts'

export const usePeoplePlan = (store: string) =>
  useQuery({
    queryKey: queryKeys.storeList(store, 'people-plan'),
    queryFn: ({ signal }) => apiGet<PeoplePlan>(storePath(store, 'people-plan'), signal),
  })

export const useContentSupply = (store: string) =>
  useQuery({
    queryKey: queryKeys.storeList(store, 'content-supply'),
    queryFn: ({ signal }) => apiGet<ContentSupply>(storePath(store, 'content-supply'), signal),
  })
