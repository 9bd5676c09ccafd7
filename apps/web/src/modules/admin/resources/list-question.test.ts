import type { ResourceField } from '@zhanggui/contract'
import { describe, expect, it } from 'vitest'
import { isUnfiltered, listSearch, RESOURCE_PAGE_SIZE, readListQuestion } from './list-question.ts'

const field = (id: string, kind: ResourceField['kind']): ResourceField => ({
  id,
  nameZh: id,
  nameEn: id,
  kind,
  required: false,
})
const resource = { fields: [field('name', 'text'), field('kind', 'choice')] }
const read = (search: string) => {
  const params = new URLSearchParams(search)
  return readListQuestion(resource, (name) => params.get(name))
}

describe('the question of a list', () => {
  it('an empty URL asks for the first page, oldest first', () => {
    expect(listSearch(read(''), { paged: true }).toString()).toBe(
      `sort=createdAt&direction=asc&offset=0&limit=${RESOURCE_PAGE_SIZE}`,
    )
  })

  it.each([
    ['a field that is not there cannot order the list', 'sort=secret', { sort: 'createdAt' }],
    ['a field that is not there cannot filter it', 'f.secret=x', { filters: {} }],
    ['only choice fields filter', 'f.name=x', { filters: {} }],
    ['a page that is no number is the first', 'page=x', { page: 1 }],
    ['a page below the first is the first', 'page=-3', { page: 1 }],
  ])('%s', (_, search, expected) => expect(read(search)).toMatchObject(expected))

  it('an export asks for everything found, without a page', () => {
    const search = listSearch(read('q=杯&f.kind=paid&page=3'), { paged: false })
    expect(search.getAll('filter')).toEqual(['kind:paid'])
    expect(search.has('offset')).toBe(false)
  })

  it('order and page do not narrow a list', () => {
    expect(isUnfiltered(read('sort=name&page=2'))).toBe(true)
    expect(isUnfiltered(read('state=onSale'))).toBe(false)
  })
})
