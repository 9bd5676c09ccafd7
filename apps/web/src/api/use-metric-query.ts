import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { QueryRequest, QueryResult } from '@zhanggui/contract'
import { apiPost, storePath } from './client.ts'
import { queryKeys } from './query-keys.ts'

/** One question to the metric catalogue. Two parts of a page that ask the same share one call. `null` asks nothing yet. */
export const useMetricQuery = (store: string, request: QueryRequest | null) =>
  useQuery({
    queryKey: queryKeys.query(store, request),
    queryFn: ({ signal }) => apiPost<QueryResult>(storePath(store, 'query'), request, signal),
    enabled: request !== null,
    placeholderData: keepPreviousData,
  })
