import { useQuery } from '@tanstack/react-query'
import type { CheckoutReport } from '@zhanggui/contract'
import { apiGet, storePath } from '../../../api/client.ts'
import { queryKeys } from '../../../api/query-keys.ts'

export const useCheckout = (store: string) =>
  useQuery({
    queryKey: queryKeys.storeList(store, 'checkout-path'),
    queryFn: ({ signal }) => apiGet<CheckoutReport>(storePath(store, 'checkout-path'), signal),
  })
