import type { FilePreview } from '@zhanggui/contract'
import { describe, expect, it } from 'vitest'
import { draftFromUpload, startRequest, updateFile } from './import-draft.ts'

const preview = (name: string): FilePreview => ({
  name,
  bytes: 10,
  sha256: 'f'.repeat(64),
  container: 'csv',
  encoding: 'gb18030',
  delimiter: ',',
  headerRow: 1,
  headers: ['订单编号'],
  sampleRows: [['1']],
  format: null,
  mapping: { format: 'orders', columns: [], options: {} },
  fields: [],
  warnings: [],
})
const draft = draftFromUpload({ uploadId: 'u1', files: [preview('a.csv'), preview('b.csv')] })

describe('import draft', () => {
  it('a file taken out is not sent, and can come back with its mapping', () => {
    const without = updateFile(draft, 'a.csv', (file) => ({ ...file, included: false }))
    expect(startRequest(without, { dryRun: false }).files.map((f) => f.name)).toEqual(['b.csv'])
    expect(without.files[0]?.mapping).toBe(draft.files[0]?.mapping)
  })

  it('a dry run sends the same request but for its flag', () => {
    const { dryRun: dry, ...trial } = startRequest(draft, { dryRun: true })
    const { dryRun: real, ...actual } = startRequest(draft, { dryRun: false })
    expect([dry, real]).toEqual([true, false])
    expect(trial).toEqual(actual)
  })
})
