import { useQuery } from '@tanstack/react-query'
import type { QueryResult } from '@zhanggui/contract'
import { apiPost, storePath } from '../api/client.ts'
import { queryKeys } from '../api/query-keys.ts'
import type { DayRange } from './range.ts'

/** First and last day of the shop's data; `null` data for a shop without any. */
export const useDataRange = (store: string) =>
  useQuery({
    queryKey: queryKeys.dataRange(store),
    queryFn: async ({ signal }): Promise<DayRange | null> => {
      const result = await apiPost<QueryResult>(storePath(store, 'query'), { metrics: ['orders', 'pv'] }, signal)
      return result.range
    },
  })
