import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { CheckoutReport } from '@zhanggui/contract'
import { apiGet, storePath } from '../../../api/client.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import type { DayRange } from '../../../range/range.ts'
import { daysQuery } from './days-query.ts'

/** Without days of data the server takes the last thirty. */
export const useCheckout = (store: string, days: DayRange | null) =>
  useQuery({
    queryKey: queryKeys.storeList(store, 'checkout-path', days),
    queryFn: ({ signal }) => apiGet<CheckoutReport>(`${storePath(store, 'checkout-path')}${daysQuery(days)}`, signal),
    placeholderData: keepPreviousData,
  })
