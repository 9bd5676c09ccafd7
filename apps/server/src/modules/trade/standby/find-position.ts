import { type Disk, filesOf, readRecord, sequenceOfSegment, sequenceOfSnapshot } from '@zhanggui/orders'

/** The end of what a follower has: its last record and the check that ties it to all before it. */
export type MirrorPoint = { sequence: number; check: number }

/** From where a follower is sent the journal; `undefined` as a snapshot file: none is needed. */
export type CopyPlan = { snapshot: string | undefined; segments: readonly string[]; offset: number }

const wordsOf = (bytes: Uint8Array): Int32Array =>
  new Int32Array(bytes.buffer, bytes.byteOffset, Math.floor(bytes.byteLength / 4))

/** Byte after the record of this point; `undefined`: the segment has no such record, or another one in its place. */
function byteAfter(words: Int32Array, { sequence, check }: MirrorPoint): number | undefined {
  for (let at = 0; ; ) {
    const found = readRecord(words, at)
    if (found.kind !== 'record' || found.head.sequence > sequence) return undefined
    if (found.head.sequence === sequence) return found.head.headCheck === check ? found.next * 4 : undefined
    at = found.next
  }
}

/** Where the follower's journal goes on in this one; `undefined`: the two have parted, or what it lacks is there no more. */
export function findPosition(disk: Disk, point: MirrorPoint): CopyPlan | undefined {
  const segments = filesOf(disk.list(), sequenceOfSegment)
  const names = segments.map(({ name }) => name)
  if (point.sequence === 0)
    return (segments[0]?.sequence ?? 1) === 1 ? { snapshot: undefined, segments: names, offset: 0 } : undefined
  const from = segments.findLastIndex(({ sequence }) => sequence <= point.sequence)
  const name = names[from]
  const offset = name === undefined ? undefined : byteAfter(wordsOf(disk.read(name)), point)
  return offset === undefined ? undefined : { snapshot: undefined, segments: names.slice(from), offset }
}

/** A whole copy: the newest snapshot and the journal since. */
export function wholeCopy(disk: Disk): CopyPlan {
  const names = disk.list()
  const segments = filesOf(names, sequenceOfSegment)
  const snapshot = filesOf(names, sequenceOfSnapshot).at(-1)
  const from = snapshot ? segments.findLastIndex(({ sequence }) => sequence <= snapshot.sequence + 1) : 0
  return { snapshot: snapshot?.name, segments: segments.slice(Math.max(0, from)).map(({ name }) => name), offset: 0 }
}
