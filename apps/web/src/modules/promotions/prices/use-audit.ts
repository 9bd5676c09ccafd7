import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { PriceAudit } from '@zhanggui/contract'
import { apiGet, storePath } from '../../../api/client.ts'
import { queryKeys } from '../../../api/query-keys.ts'

/** Of the last `days`, today counted. */
export const useAudit = (store: string, days: number) =>
  useQuery({
    queryKey: queryKeys.storeList(store, 'price-audit', days),
    queryFn: ({ signal }) => apiGet<PriceAudit>(`${storePath(store, 'price-audit')}?days=${days}`, signal),
    placeholderData: keepPreviousData,
  })
