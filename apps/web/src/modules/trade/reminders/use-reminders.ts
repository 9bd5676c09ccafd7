import { useQuery } from '@tanstack/react-query'
import type { PaymentReminderReports } from '@zhanggui/contract'
import { apiGet, storePath } from '../../../api/client.ts'
import { queryKeys } from '../../../api/query-keys.ts'

export const useReminders = (store: string) =>
  useQuery({
    queryKey: queryKeys.storeList(store, 'payment-reminders'),
    queryFn: ({ signal }) => apiGet<PaymentReminderReports>(storePath(store, 'payment-reminders'), signal),
  })
