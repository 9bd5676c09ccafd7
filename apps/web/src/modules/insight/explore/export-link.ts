import type { QueryExport, QueryRequest } from '@zhanggui/contract'
import { storePath } from '../../../api/client.ts'

type ExportAs = { format: 'csv' | 'xlsx'; language: NonNullable<QueryExport['language']> }

/** Where the answer to a question can be downloaded. */
export function exportLink(store: string, request: QueryRequest, { format, language }: ExportAs): string {
  const search = new URLSearchParams({ request: JSON.stringify(request), language })
  return `${storePath(store, `query.${format}`)}?${search}`
}
