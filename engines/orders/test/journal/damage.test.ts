import { describe, expect, it } from 'vitest'
import {
  type Admission,
  appendFrame,
  closeSegment,
  coreArrays,
  createAdmission,
  createJournal,
  type Damage,
  decideDurably,
  encodeFrame,
  JOURNAL_VERSION,
  type Journal,
  NO_TERMS,
  pointOf,
  RECORD,
  recover,
  SMALL_OPTIONS,
  sameCore,
  truncateJournal,
  writeSnapshot,
} from '../../src/index.ts'
import { headCheckOf } from '../../src/journal/record.ts'
import { SimDisk } from '../simulator/sim-disk.ts'
import { idOf, NOON, reserveOf } from '../support/shop.ts'

const OPTIONS = createAdmission(SMALL_OPTIONS).options
const OPEN = { kind: 'openItem', item: 1, itemKind: 'sku', stock: 99, terms: NO_TERMS, parts: [] } as const

/** A disk with an open item and so many orders, each in a record of its own, all acknowledged. */
function filled(orders: number): { disk: SimDisk; core: Admission; journal: Journal } {
  const disk = new SimDisk()
  const core = createAdmission(OPTIONS)
  const journal = createJournal(disk, core.options)
  decideDurably(journal, core, encodeFrame([{ ...OPEN, id: idOf(1), issuedAt: NOON }]), NOON)
  for (let n = 2; n < orders + 2; n++) order(journal, core, n)
  return { disk, core, journal }
}

const order = (journal: Journal, core: Admission, n: number) =>
  decideDurably(
    journal,
    core,
    encodeFrame([{ ...reserveOf({ lines: [{ item: 1 }] }), id: idOf(n), issuedAt: NOON }]),
    NOON + n,
  )

const bytesOf = (core: Admission): number[][] => coreArrays(core).map((array) => [...array])

/** The same files, one of them changed. */
function withFile(disk: SimDisk, name: string, change: (bytes: Uint8Array) => Uint8Array): SimDisk {
  const copy = new SimDisk()
  for (const file of disk.list()) copy.append(file, file === name ? change(disk.read(file)) : disk.read(file))
  return copy
}

const wordsOf = (bytes: Uint8Array): Int32Array => new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4)

function damageIn(disk: SimDisk, options = OPTIONS): Damage {
  const result = recover(disk, options)
  if (result.ok) throw new Error('it was recovered from')
  return result.error
}

const SEGMENT = 'journal-0000000000000001.zgj'
const RECORD_BYTES = 192

/** As a crash leaves it between making a segment and its first record: room after the last record, and a file of zeros after that. */
function withSegmentBegun(disk: SimDisk, sequence: number): SimDisk {
  const begun = withFile(disk, SEGMENT, (bytes) => Uint8Array.of(...bytes, ...new Uint8Array(640)))
  begun.append(`journal-${String(sequence).padStart(16, '0')}.zgj`, new Uint8Array(4096))
  return begun
}

describe('a journal', () => {
  it('whose next segment was begun and never written goes on after its last record, not after its room', () => {
    const { disk } = filled(2)
    const begun = withSegmentBegun(disk, 5)
    const first = recover(begun, OPTIONS)
    if (!first.ok) throw new Error(first.error.message)
    expect(begun.list()).toEqual([SEGMENT])
    order(first.value.journal, first.value.core, 50)
    const second = recover(begun, OPTIONS)
    expect(second.ok && sameCore(second.value.core, first.value.core)).toBe(true)
  })

  it('whose next segment was begun for a later record than is found has lost some', () => {
    const { disk } = filled(2)
    expect(damageIn(withSegmentBegun(disk, 6))).toMatchObject({ code: 'missing_record', sequence: 5 })
  })

  it('cut anywhere in its last record loses that record alone, and goes on from there', () => {
    const { disk, core } = filled(2)
    const whole = disk.read(SEGMENT).length
    order(createJournalAt(disk), core, 9)
    for (let length = whole; length < whole + RECORD_BYTES; length++) {
      const torn = withFile(disk, SEGMENT, (bytes) => bytes.subarray(0, length))
      const first = recover(torn, OPTIONS)
      if (!first.ok) throw new Error(`cut at ${length}: ${first.error.message}`)
      expect(first.value.report.lastSequence).toBe(4)
      order(first.value.journal, first.value.core, 50)
      const second = recover(torn, OPTIONS)
      expect(second.ok && second.value.report.lastSequence, `cut at ${length}`).toBe(5)
      expect(second.ok && sameCore(second.value.core, first.value.core)).toBe(true)
    }
  })

  it.each([
    { where: 'the body of a record in the middle', at: RECORD_BYTES * 4 + 64 + 20 },
    { where: 'the head of a record in the middle', at: RECORD_BYTES * 4 + 20 },
    { where: 'the body of the last record', at: -80 },
    { where: 'the head of the last record', at: -RECORD_BYTES + 12 },
  ])('with one bit turned in $where is not believed: file, byte and sequence are named', ({ at }) => {
    const { disk } = filled(6)
    const damage = damageIn(
      withFile(disk, SEGMENT, (bytes) => {
        const index = at < 0 ? bytes.length + at : at
        bytes[index] = (bytes[index] as number) ^ 4
        return bytes
      }),
    )
    expect(damage).toMatchObject({ code: 'bit_rot', file: SEGMENT })
    expect(damage.message).toMatch(/数据损坏.*restore/)
  })

  /** The last record as a version `by` away would have written it. */
  const lastRecordMoved = (disk: SimDisk, by: number): SimDisk =>
    withFile(disk, SEGMENT, (bytes) => {
      const words = wordsOf(bytes)
      const at = words.length - RECORD_BYTES / 4
      words[at + RECORD.version] = (words[at + RECORD.version] as number) + by
      words[at + RECORD.headCheck] = headCheckOf(words, at)
      return bytes
    })

  it('written by a newer version is not read, and nothing is changed', () => {
    const newer = lastRecordMoved(filled(2).disk, 1)
    const before = newer.read(SEGMENT)
    expect(damageIn(newer)).toMatchObject({ code: 'newer_version', detail: String(JOURNAL_VERSION + 1) })
    expect(newer.read(SEGMENT)).toEqual(before)
  })

  it('written by the version before is read as it was', () => {
    const { disk, core } = filled(2)
    const found = recover(lastRecordMoved(disk, -1), core.options)
    expect(found.ok && sameCore(found.value.core, core)).toBe(true)
  })

  it('that misses a segment says from which sequence on', () => {
    const { disk, core, journal } = filled(1)
    closeSegment(journal)
    order(journal, core, 5)
    closeSegment(journal)
    order(journal, core, 6)
    disk.remove('journal-0000000000000004.zgj')
    expect(damageIn(disk)).toMatchObject({ code: 'missing_record', sequence: 4 })
  })

  it('may have room written ahead at the end of every segment', () => {
    const disk = new SimDisk()
    disk.writesAhead = true
    const core = createAdmission(OPTIONS)
    const journal = createJournal(disk, core.options)
    decideDurably(journal, core, encodeFrame([{ ...OPEN, id: idOf(1), issuedAt: NOON }]), NOON)
    for (const n of [2, 3, 4]) {
      closeSegment(journal)
      order(journal, core, n)
    }
    const result = recover(disk, OPTIONS)
    expect(result.ok && bytesOf(result.value.core)).toEqual(bytesOf(core))
    expect(result.ok && result.value.report.cut).toBeUndefined()
  })

  it('of a core with other options is not replayed: the options are named', () => {
    const { disk } = filled(1)
    expect(damageIn(disk, { ...OPTIONS, holdMs: 1 })).toMatchObject({ code: 'options_differ', detail: 'holdMs' })
  })

  it('that meets a full disk stops for good, and what was acknowledged is there after a restart', () => {
    const { disk, core, journal } = filled(2)
    const before = bytesOf(core)
    disk.room = 100
    expect(order(journal, core, 7)).toMatchObject({ ok: false, error: { code: 'disk_full' } })
    expect(bytesOf(core)).toEqual(before)
    disk.room = Number.POSITIVE_INFINITY
    expect(appendFrame(journal, new Int32Array(0), NOON)).toMatchObject({ ok: false, error: { code: 'disk_full' } })
    const again = recover(disk, OPTIONS)
    expect(again.ok && bytesOf(again.value.core)).toEqual(before)
  })

  it('over a damaged snapshot the one before is taken, and the damage is told', () => {
    const { disk, core, journal } = filled(1)
    for (const n of [20, 30, 40]) {
      closeSegment(journal)
      writeSnapshot(disk, core, pointOf(journal))
      truncateJournal(disk)
      order(journal, core, n)
    }
    const newest =
      disk
        .list()
        .filter((name) => name.startsWith('snapshot'))
        .sort()
        .at(-1) ?? ''
    const worn = withFile(disk, newest, (bytes) => bytes.fill(7, 400, 404))
    const result = recover(worn, OPTIONS)
    expect(result.ok && result.value.report.damagedSnapshots).toEqual([newest])
    expect(result.ok && bytesOf(result.value.core)).toEqual(bytesOf(core))
  })
})

function createJournalAt(disk: SimDisk): Journal {
  const result = recover(disk, OPTIONS)
  if (!result.ok) throw new Error(result.error.message)
  return result.value.journal
}
