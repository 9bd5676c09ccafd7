import { useQuery } from '@tanstack/react-query'
import type { PlanDocument } from '@zhanggui/contract'
import { apiGet, storePath } from '../../../api/client.ts'
import { queryKeys } from '../../../api/query-keys.ts'

/** Where a document is read: its figures lead into this shop, those of a plan into this plan. */
export type DocumentPlace = { store: string; plan: string | null; language: 'zh' | 'en' }

type PlanPlace = DocumentPlace & { plan: string }

export const documentPath = ({ store, plan, language }: PlanPlace, format?: 'docx' | 'pptx'): string =>
  `${storePath(store, 'plans', plan, format ? `document.${format}` : 'document')}?language=${language}`

export const useDocument = (at: PlanPlace) =>
  useQuery({
    queryKey: queryKeys.storeList(at.store, 'plan-document', at.plan, at.language),
    queryFn: ({ signal }) => apiGet<PlanDocument>(documentPath(at), signal),
  })
