/** Names of files: sixteen digits, so that they sort as they follow. */
export const segmentName = (firstSequence: number): string => `journal-${digits(firstSequence)}.zgj`
export const snapshotName = (sequence: number): string => `snapshot-${digits(sequence)}.zgs`
export const TEMPORARY_SUFFIX = '.part'

const digits = (sequence: number): string => String(sequence).padStart(16, '0')

const numberIn = (name: string, pattern: RegExp): number | undefined => {
  const match = pattern.exec(name)
  return match ? Number(match[1]) : undefined
}

/** First sequence of a segment, by its name; `undefined` for any other file. */
export const sequenceOfSegment = (name: string): number | undefined => numberIn(name, /^journal-(\d{16})\.zgj$/)
export const sequenceOfSnapshot = (name: string): number | undefined => numberIn(name, /^snapshot-(\d{16})\.zgs$/)

/** The files of one kind in the order of their sequences. */
export function filesOf(
  names: readonly string[],
  sequenceOf: (name: string) => number | undefined,
): { name: string; sequence: number }[] {
  const files: { name: string; sequence: number }[] = []
  for (const name of names) {
    const sequence = sequenceOf(name)
    if (sequence !== undefined) files.push({ name, sequence })
  }
  return files.sort((a, b) => a.sequence - b.sequence)
}
