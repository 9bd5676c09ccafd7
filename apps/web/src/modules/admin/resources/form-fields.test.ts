import type { ResourceField, ResourceInfo } from '@zhanggui/contract'
import { describe, expect, it } from 'vitest'
import { canCreateByForm, dataToSave } from './form-fields.ts'

const field = (id: string, kind: ResourceField['kind'], required = false): ResourceField => ({
  id,
  nameZh: id,
  nameEn: id,
  kind,
  required,
})
const resource = (...fields: ResourceField[]): ResourceInfo => ({
  id: 'things',
  nameZh: '东西',
  nameEn: 'Things',
  area: 'admin',
  fields,
  keyFields: [],
  states: [],
  canWrite: true,
})

describe('forms of records', () => {
  const views = resource(field('name', 'text', true), field('query', 'json', true), field('note', 'longText'))

  it('a field that the form does not show keeps its value', () => {
    expect(dataToSave(views, { stored: { query: { metrics: ['gmv'] } }, typed: { name: ' a ', note: '' } })).toEqual({
      name: 'a',
      query: { metrics: ['gmv'] },
      note: null,
    })
  })

  it('zero and "no" are values, not emptiness', () => {
    const counts = resource(field('rank', 'integer'), field('open', 'boolean'))
    expect(dataToSave(counts, { stored: {}, typed: { rank: 0, open: false } })).toEqual({ rank: 0, open: false })
  })

  it('a record with required structured content is not made by a form', () => {
    expect(canCreateByForm(views)).toBe(false)
    expect(canCreateByForm(resource(field('settings', 'json')))).toBe(true)
  })
})
