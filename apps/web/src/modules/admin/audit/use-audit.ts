import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { AuditPage, AuditVerification } from '@zhanggui/contract'
import { apiGet, storePath } from '../../../api/client.ts'
import { queryKeys } from '../../../api/query-keys.ts'

export const AUDIT_PAGE_SIZE = 50

/** `scope`: entries of the shop, or those of the installation itself, which only the owner may read. */
export type AuditQuestion = { scope: 'shop' | 'installation'; subject: string; action: string; page: number }

export const useAudit = (store: string, question: AuditQuestion) =>
  useQuery({
    queryKey: queryKeys.storeList(store, 'audit', question),
    queryFn: ({ signal }) => apiGet<AuditPage>(auditPath(store, question), signal),
    placeholderData: keepPreviousData,
    // A trail that is a minute old looks like one that forgot what was just done.
    staleTime: 0,
  })

function auditPath(store: string, { scope, subject, action, page }: AuditQuestion): string {
  const search = new URLSearchParams({
    offset: String((page - 1) * AUDIT_PAGE_SIZE),
    limit: String(AUDIT_PAGE_SIZE),
    ...(subject === '' ? {} : { subject }),
    ...(action === '' ? {} : { action }),
  })
  return `${scope === 'shop' ? storePath(store, 'audit') : '/v1/audit'}?${search}`
}

/** Checks the whole chain; asked only when somebody presses the button. */
export const useVerifyAudit = (store: string) =>
  useQuery({
    queryKey: queryKeys.storeList(store, 'audit-verification'),
    queryFn: ({ signal }) => apiGet<AuditVerification>(storePath(store, 'audit', 'verify'), signal),
    enabled: false,
    staleTime: 0,
  })
