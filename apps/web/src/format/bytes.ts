const UNITS = ['B', 'KB', 'MB', 'GB', 'TB'] as const

/** A file size. @example bytes(1_536_000) // '1.5 MB' */
export function bytes(size: number): string {
  const step = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(size, 1)) / 3)))
  return `${Number((size / 1000 ** step).toFixed(step === 0 ? 0 : 1))} ${UNITS[step] ?? 'B'}`
}
