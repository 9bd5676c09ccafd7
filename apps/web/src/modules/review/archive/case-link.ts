import type { ArchiveCase } from '@zhanggui/contract'

/** Where a case of the archive is read. */
export function caseLink(store: string, { source, id }: Pick<ArchiveCase, 'source' | 'id'>): string {
  const shop = `/stores/${encodeURIComponent(store)}`
  switch (source) {
    case 'campaign':
      return `${shop}/campaigns/${encodeURIComponent(id)}`
    case 'plan':
      return `${shop}/goals/plans/${encodeURIComponent(id)}`
    case 'report':
      return `${shop}/review/reports/${id}`
    case 'lesson':
      return `${shop}/admin/resources/lessons`
    case 'template':
      return `${shop}/campaigns`
  }
}
