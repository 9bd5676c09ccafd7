import type { ResourceField, ResourceInfo } from '@zhanggui/contract'
import { describe, expect, it } from 'vitest'
import { canCreateByForm, dataToSave, keepEdits } from './form-fields.ts'

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

  it('after a colleague was faster, untouched fields take the newest value and edits stay', () => {
    const product = resource(field('title', 'text'), field('brand', 'text'), field('category', 'text'))
    const base = { title: '餐桌', brand: null, category: null }
    const typed = { title: '餐桌', brand: '茂易', category: undefined }
    const newest = { title: '实木餐桌', brand: '别家', category: '家具' }
    expect(keepEdits(product, { base, typed, newest })).toEqual({ title: '实木餐桌', brand: '茂易', category: '家具' })
  })

  it('a record with required structured content is not made by a form', () => {
    expect(canCreateByForm(views)).toBe(false)
    expect(canCreateByForm(resource(field('settings', 'json')))).toBe(true)
  })
})
