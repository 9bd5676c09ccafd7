import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { PaymentLosses } from '@zhanggui/contract'
import { apiGet, storePath } from '../../../../api/client.ts'
import { queryKeys } from '../../../../api/query-keys.ts'
import type { DayRange } from '../../../../range/range.ts'
import { daysQuery } from '../days-query.ts'

/** Without days of data the server takes the last thirty. */
export const usePaymentLosses = (store: string, days: DayRange | null) =>
  useQuery({
    queryKey: queryKeys.storeList(store, 'payment-losses', days),
    queryFn: ({ signal }) =>
      apiGet<PaymentLosses>(`${storePath(store, 'checkout-path', 'losses')}${daysQuery(days)}`, signal),
    placeholderData: keepPreviousData,
  })
