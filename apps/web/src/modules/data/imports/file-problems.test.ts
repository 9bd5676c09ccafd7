import { describe, expect, it } from 'vitest'
import { isReady, problemOf } from './file-problems.ts'
import type { FileDraft, ImportDraft } from './import-draft.ts'

const file = (included: boolean, field: string | null): FileDraft => ({
  included,
  mapping: { format: 'orders', columns: [{ column: 0, header: '单号', field, confidence: 1 }], options: {} },
  preview: {
    name: 'a.csv',
    bytes: 1,
    sha256: '',
    container: 'csv',
    encoding: 'utf-8',
    delimiter: ',',
    headerRow: 1,
    headers: ['单号'],
    sampleRows: [],
    format: null,
    mapping: { format: 'orders', columns: [], options: {} },
    fields: [{ id: 'orderId', nameZh: '订单编号', nameEn: 'Order id', kind: 'id', required: true }],
    warnings: [],
  },
})
const draft = (...files: FileDraft[]): ImportDraft => ({
  uploadId: 'u',
  files,
  source: '',
  permissionBasis: 'own_data',
  saveMapping: true,
})

describe('isReady', () => {
  it.each([
    ['a complete file', draft(file(true, 'orderId')), true],
    ['a required field without a column', draft(file(true, null)), false],
    [
      'an incomplete file that is left out does not hold up the others',
      draft(file(false, null), file(true, 'orderId')),
      true,
    ],
    ['no file at all', draft(file(false, 'orderId')), false],
  ])('%s', (_, given, expected) => expect(isReady(given)).toBe(expected))
})

describe('problemOf', () => {
  const optional = (field: string | null): FileDraft => {
    const base = file(true, field)
    return {
      ...base,
      preview: { ...base.preview, fields: base.preview.fields.map((f) => ({ ...f, required: false })) },
    }
  }

  it('a table of which no column is used has nothing to import, even when no field is required', () => {
    expect(problemOf(optional(null))).toEqual({ kind: 'nothingUsed' })
    expect(problemOf(optional('orderId'))).toBeNull()
  })
})
