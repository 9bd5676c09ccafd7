import { useQuery } from '@tanstack/react-query'
import type { PlanDocument } from '@zhanggui/contract'
import { apiGet, storePath } from '../../../api/client.ts'
import { queryKeys } from '../../../api/query-keys.ts'

export type DocumentPlace = { store: string; plan: string; language: 'zh' | 'en' }

export const documentPath = ({ store, plan, language }: DocumentPlace, format?: 'docx' | 'pptx'): string =>
  `${storePath(store, 'plans', plan, format ? `document.${format}` : 'document')}?language=${language}`

export const useDocument = (at: DocumentPlace) =>
  useQuery({
    queryKey: queryKeys.storeList(at.store, 'plan-document', at.plan, at.language),
    queryFn: ({ signal }) => apiGet<PlanDocument>(documentPath(at), signal),
  })
