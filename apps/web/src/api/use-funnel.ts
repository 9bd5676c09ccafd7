import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { FunnelRequest, FunnelResult } from '@zhanggui/contract'
import { apiPost, storePath } from './client.ts'
import { queryKeys } from './query-keys.ts'

/** Ordered steps of visitors. `null` asks nothing yet. */
export const useFunnel = (store: string, request: FunnelRequest | null) =>
  useQuery({
    queryKey: queryKeys.funnel(store, request),
    queryFn: ({ signal }) => apiPost<FunnelResult>(storePath(store, 'funnel'), request, signal),
    enabled: request !== null,
    placeholderData: keepPreviousData,
  })
