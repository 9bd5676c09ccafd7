import type { ResourceField, ResourceInfo } from '@zhanggui/contract'

export const RESOURCE_PAGE_SIZE = 50

/** What the list shows, as the URL says it. `filters` are values of choice fields by field id. */
export type ListQuestion = {
  q: string
  state: string
  sort: string
  direction: 'asc' | 'desc'
  filters: Readonly<Record<string, string>>
  page: number
}

/** Filters stand in the URL under this prefix, so that a field called `q` or `page` disturbs nothing. */
export const FILTER_PREFIX = 'f.'

export const choiceFields = (resource: Pick<ResourceInfo, 'fields'>): ResourceField[] =>
  resource.fields.filter((field) => field.kind === 'choice')

/** Reads the question from a URL. Filters and orders by fields that the resource does not have are dropped. */
export function readListQuestion(
  resource: Pick<ResourceInfo, 'fields'>,
  get: (name: string) => string | null,
): ListQuestion {
  const sort = get('sort') ?? ''
  const known = ['createdAt', 'updatedAt', ...resource.fields.map((field) => field.id)]
  const filters = choiceFields(resource).flatMap(({ id }) => {
    const value = get(FILTER_PREFIX + id)
    return value === null ? [] : [[id, value] as const]
  })
  return {
    q: get('q') ?? '',
    state: get('state') ?? '',
    sort: known.includes(sort) ? sort : 'createdAt',
    direction: get('direction') === 'desc' ? 'desc' : 'asc',
    filters: Object.fromEntries(filters),
    page: Math.max(1, Math.trunc(Number(get('page'))) || 1),
  }
}

/** The same question as the API wants it. `paged: false` is for an export of everything found. */
export function listSearch(question: ListQuestion, { paged }: { paged: boolean }): URLSearchParams {
  const { q, state, sort, direction, filters, page } = question
  const search = new URLSearchParams({ sort, direction })
  if (q !== '') search.set('q', q)
  if (state !== '') search.set('state', state)
  for (const [field, value] of Object.entries(filters)) search.append('filter', `${field}:${value}`)
  if (paged) {
    search.set('offset', String((page - 1) * RESOURCE_PAGE_SIZE))
    search.set('limit', String(RESOURCE_PAGE_SIZE))
  }
  return search
}

/** True when nothing narrows the list, so that an empty one means that there are no records at all. */
export const isUnfiltered = ({ q, state, filters }: ListQuestion): boolean =>
  q === '' && state === '' && Object.keys(filters).length === 0
