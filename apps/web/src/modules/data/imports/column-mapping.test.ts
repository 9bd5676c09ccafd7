import type { Mapping } from '@zhanggui/contract'
import { describe, expect, it } from 'vitest'
import { assignField, mappingSummary, missingRequiredFields, sampleValues, setOption } from './column-mapping.ts'

const field = (id: string, required: boolean) => ({ id, nameZh: id, nameEn: id, kind: 'text', required })
const mapping: Mapping = {
  format: 'orders',
  columns: [
    { column: 0, header: '单号', field: 'orderId', confidence: 0.9 },
    { column: 1, header: '备注', field: null, confidence: 0 },
    { column: 2, header: '实付', field: 'paid', confidence: 0.6 },
  ],
  options: {},
}
const fieldsOf = (m: Mapping) => m.columns.map((c) => c.field)

describe('column mapping', () => {
  it('a field moves to the column chosen last and leaves the other column out', () => {
    expect(fieldsOf(assignField(mapping, { column: 1, field: 'paid' }))).toEqual(['orderId', 'paid', null])
  })

  it('leaving a column out keeps every other choice', () => {
    expect(fieldsOf(assignField(mapping, { column: 0, field: null }))).toEqual([null, null, 'paid'])
  })

  it('a choice made by a person is certain', () => {
    expect(assignField(mapping, { column: 2, field: 'gmv' }).columns[2]?.confidence).toBe(1)
  })

  it('only required fields without a column are missing', () => {
    const fields = [field('orderId', true), field('createdAt', true), field('note', false)]
    expect(missingRequiredFields(fields, mapping).map((f) => f.id)).toEqual(['createdAt'])
  })

  it('used and left-out columns add to all columns', () => {
    expect(mappingSummary(mapping)).toEqual({ used: 2, leftOut: 1 })
  })

  it('an emptied option is not sent', () => {
    const withYear = setOption(mapping, { id: 'year', value: '2014' })
    expect(withYear.options).toEqual({ year: '2014' })
    expect(setOption(withYear, { id: 'year', value: '' }).options).toEqual({})
  })

  it('samples skip blanks and short rows', () => {
    expect(sampleValues([['a', ''], ['b'], ['c', ' x '], ['d', 'y']], { column: 1, countMax: 3 })).toEqual(['x', 'y'])
  })
})
