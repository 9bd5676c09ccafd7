import { describe, expect, it } from 'vitest'
import { draftStorage, type TextStorage } from './draft-storage.ts'
import type { ImportDraft } from './import-draft.ts'

const draft: ImportDraft = { uploadId: 'u1', files: [], source: '千牛', permissionBasis: 'own_data', saveMapping: true }

function memoryStorage(limits: { full: boolean } = { full: false }): TextStorage {
  const kept = new Map<string, string>()
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => {
      if (limits.full) throw new Error('QuotaExceededError')
      kept.set(key, value)
    },
    removeItem: (key) => void kept.delete(key),
  }
}

describe('draft storage', () => {
  it('what was typed comes back after a reload', () => {
    const storage = memoryStorage()
    draftStorage(storage, 'shop').save(draft)
    expect(draftStorage(storage, 'shop').load('u1')).toEqual(draft)
  })

  it('a draft of one shop is not offered in another', () => {
    const storage = memoryStorage()
    draftStorage(storage, 'shop').save(draft)
    expect(draftStorage(storage, 'other').load('u1')).toBeNull()
  })

  it('a started import leaves no draft behind', () => {
    const drafts = draftStorage(memoryStorage(), 'shop')
    drafts.save(draft)
    drafts.forget('u1')
    expect(drafts.load('u1')).toBeNull()
  })

  it('a full storage does not stop the wizard', () => {
    const drafts = draftStorage(memoryStorage({ full: true }), 'shop')
    expect(() => drafts.save(draft)).not.toThrow()
    expect(drafts.load('u1')).toBeNull()
  })

  it.each([['{"uploadId":"u2"}'], ['not json'], ['null']])('%s is no draft of the upload', (text) => {
    const storage = memoryStorage()
    storage.setItem('zhanggui.import-draft.shop.u1', text)
    expect(draftStorage(storage, 'shop').load('u1')).toBeNull()
  })
})
