import type { FilePreview } from '@zhanggui/contract'
import { describe, expect, it } from 'vitest'
import { draftFromUpload, startRequest, updateFile, withoutSamples, withSamples } from './import-draft.ts'

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
const upload = { uploadId: 'u1', files: [preview('a.csv'), preview('b.csv')] }
const draft = draftFromUpload(upload)

describe('import draft', () => {
  it('a file taken out is not sent, and can come back with its mapping', () => {
    const without = updateFile(draft, 'a.csv', (file) => ({ ...file, included: false }))
    expect(startRequest(without, { dryRun: false }).files.map((f) => f.name)).toEqual(['b.csv'])
    expect(without.files[0]?.mapping).toBe(draft.files[0]?.mapping)
  })

  it('what is kept of a draft holds no line of the files, and they come back with the upload', () => {
    const kept = withoutSamples(draft)
    expect(kept.files.flatMap((f) => f.preview.sampleRows)).toEqual([])
    expect(withSamples(kept, upload)).toEqual(draft)
  })

  it('samples read under another header row are not shown', () => {
    const reread = updateFile(withoutSamples(draft), 'a.csv', (file) => ({
      ...file,
      preview: { ...file.preview, headerRow: 4 },
    }))
    expect(withSamples(reread, upload).files.map((f) => f.preview.sampleRows.length)).toEqual([0, 1])
  })

  it('a dry run sends the same request but for its flag', () => {
    const { dryRun: dry, ...trial } = startRequest(draft, { dryRun: true })
    const { dryRun: real, ...actual } = startRequest(draft, { dryRun: false })
    expect([dry, real]).toEqual([true, false])
    expect(trial).toEqual(actual)
  })
})
