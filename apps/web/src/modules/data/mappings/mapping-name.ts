import type { SavedMapping } from '@zhanggui/contract'

const HEADERS_SHOWN = 3

/** What people call a mapping; until somebody named it, its first headers. */
export function mappingName(
  { name, mapping }: Pick<SavedMapping, 'name' | 'mapping'>,
  untitled: (headers: string) => string,
) {
  if (name !== null) return name
  const headers = mapping.columns.map(({ header }) => header.trim()).filter((header) => header !== '')
  const first = headers.slice(0, HEADERS_SHOWN).join(' · ')
  return headers.length > HEADERS_SHOWN ? untitled(first) : first
}
