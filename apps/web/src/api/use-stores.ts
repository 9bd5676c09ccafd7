import { useQuery } from '@tanstack/react-query'
import type { Store } from '@zhanggui/contract'
import { apiGet } from './client.ts'
import { queryKeys } from './query-keys.ts'

/** The shops that the signed-in person may see. */
export const useStores = () =>
  useQuery({
    queryKey: queryKeys.stores,
    queryFn: ({ signal }) => apiGet<Store[]>('/v1/stores', signal),
    staleTime: 5 * 60_000,
  })
