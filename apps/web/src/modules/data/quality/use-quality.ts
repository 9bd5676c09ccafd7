import { useQuery } from '@tanstack/react-query'
import type { QualityReport } from '@zhanggui/contract'
import { apiGet, storePath } from '../../../api/client.ts'
import { queryKeys } from '../../../api/query-keys.ts'

/** What the shop's data can and cannot answer. */
export const useQuality = (store: string) =>
  useQuery({
    queryKey: queryKeys.storeList(store, 'quality'),
    queryFn: ({ signal }) => apiGet<QualityReport>(storePath(store, 'quality'), signal),
  })
