import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { audit, auditedTransaction } from '../../../src/modules/admin/audit.ts'
import { readAnchor } from '../../../src/modules/admin/audit-anchor.ts'
import { GENESIS_HASH, hashEntry, type StoredEntry } from '../../../src/modules/admin/audit-entry.ts'
import { verifyAudit } from '../../../src/modules/admin/verify-audit.ts'
import type { TestContext } from '../../support/test-context.ts'

const change = (i: number) => ({
  store: 'alpha',
  actor: 'user:1',
  action: 'update',
  subject: `products/${i}`,
  before: { listCents: i },
  after: { listCents: i + 1, 标题: '面霜', tags: ['a', { b: null }], at: new Date(0), big: 1e21, tiny: 0.1 },
  reason: 'price round',
})

/** What the audit chain promises, on any record store. */
export function describeAudit(
  name: string,
  open: () => Promise<{ context: TestContext; close(): Promise<void> }>,
): void {
  describe(`the audit trail on ${name}`, () => {
    let context: TestContext
    let close: () => Promise<void>
    const sql = (text: string, values: unknown[] = []) => context.records.query(text, values)

    beforeAll(async () => {
      ;({ context, close } = await open())
    })
    afterAll(() => close())

    beforeEach(async () => {
      await sql('DELETE FROM admin_audit')
      await rm(join(context.settings.home, 'audit-anchor.json'), { force: true })
      for (let i = 1; i <= 6; i++) await audit(context, change(i))
    })

    test('[P16.06] an untouched chain is intact from the first entry to the last', async () => {
      expect(await verifyAudit(context)).toEqual({ intact: true, checked: 6, firstBroken: null })
    })

    test.each([
      ['sequence', `sequence = 60 WHERE sequence = 6`, 6],
      ['at', `at = at + interval '1 millisecond' WHERE sequence = 3`, 3],
      ['store', `store = NULL WHERE sequence = 1`, 1],
      ['actor', `actor = 'user:2' WHERE sequence = 4`, 4],
      ['action', `action = 'create' WHERE sequence = 2`, 2],
      ['subject', `subject = 'products/9' WHERE sequence = 5`, 5],
      ['before', `before = '{"listCents":2 }' WHERE sequence = 2`, 2],
      ['after', `after = replace(after, '面霜', '面膜') WHERE sequence = 6`, 6],
      ['reason', `reason = '' WHERE sequence = 3`, 3],
      ['hash', `hash = repeat('0', 64) WHERE sequence = 3`, 3],
      ['previous hash', `previous_hash = repeat('1', 64) WHERE sequence = 3`, 3],
    ])('[P16.06] an altered %s is detected at its entry', async (_field, setAndWhere, firstBroken) => {
      await sql(`UPDATE admin_audit SET ${setAndWhere}`)
      expect(await verifyAudit(context)).toEqual({ intact: false, checked: firstBroken - 1, firstBroken })
    })

    test.each([1, 3, 5])('[P16.06] a removed entry (%i) is detected where it is missing', async (sequence) => {
      await sql('DELETE FROM admin_audit WHERE sequence = $1', [sequence])
      expect(await verifyAudit(context)).toMatchObject({ intact: false, firstBroken: sequence })
    })

    test('[P16.06] a tail that was cut off is detected by the anchor outside the table', async () => {
      await sql('DELETE FROM admin_audit WHERE sequence > 4')
      expect(await verifyAudit(context)).toEqual({ intact: false, checked: 4, firstBroken: 5 })
    })

    test('[P16.06] entries that changed places are detected', async () => {
      await sql(`UPDATE admin_audit SET sequence = -sequence WHERE sequence IN (2, 3)`)
      await sql(`UPDATE admin_audit SET sequence = CASE sequence WHEN -2 THEN 3 ELSE 2 END WHERE sequence < 0`)
      expect(await verifyAudit(context)).toMatchObject({ intact: false, firstBroken: 2 })
    })

    test('[P16.06] a chain that was written anew with fitting hashes is detected by the anchor', async () => {
      const rows = await sql('SELECT * FROM admin_audit ORDER BY sequence')
      let previousHash = GENESIS_HASH
      await sql('DELETE FROM admin_audit')
      for (const row of rows) {
        const { previous_hash: _old, ...same } = row
        const sequence = Number(row.sequence)
        const forged = { ...same, sequence, actor: 'user:innocent', previousHash } as unknown as StoredEntry
        const hash = hashEntry(forged)
        const { at, store, actor, action, subject, before, after, reason } = forged
        await sql(
          `INSERT INTO admin_audit (sequence, at, store, actor, action, subject, before, after, reason, previous_hash, hash)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
          [sequence, at, store, actor, action, subject, before, after, reason, previousHash, hash],
        )
        previousHash = hash
      }
      expect(await verifyAudit(context)).toEqual({ intact: false, checked: 5, firstBroken: 6 })
    })

    test('[P16.06] an anchor that somebody spoilt is reported, and kept as evidence', async () => {
      const file = join(context.settings.home, 'audit-anchor.json')
      await writeFile(file, '{"count":1}')
      await audit(context, change(7))
      expect(await readAnchor(context.settings.home)).toBe('unreadable')
      expect(await verifyAudit(context)).toMatchObject({ intact: false, checked: 7 })
    })

    test('[P16.06] writers at the same moment form one chain without gap or fork', async () => {
      await Promise.all(Array.from({ length: 25 }, (_, i) => audit(context, change(100 + i))))
      expect(await verifyAudit(context)).toEqual({ intact: true, checked: 31, firstBroken: null })
      expect(await readAnchor(context.settings.home)).toMatchObject({ count: 31 })
    })

    test('[P16.06] a change that fails leaves neither entry nor anchor', async () => {
      const failing = auditedTransaction(context, async (_tx, record) => {
        await record(change(7))
        throw new Error('the disk is full')
      })
      await expect(failing).rejects.toThrow('the disk is full')
      expect(await verifyAudit(context)).toEqual({ intact: true, checked: 6, firstBroken: null })
      expect(await readAnchor(context.settings.home)).toMatchObject({ count: 6 })
    })
  })
}
