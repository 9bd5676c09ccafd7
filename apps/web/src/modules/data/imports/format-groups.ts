import type { FormatInfo } from '@zhanggui/contract'

/** `FormatInfo.system` of the targets that any table can be mapped to by hand, and of published data sets. */
const FREE = 'mapping'
const PUBLIC = 'public data'

export type FormatGroup = { system: string; formats: FormatInfo[] }

/** Formats that the importer recognises by itself. */
export const knownFormats = (formats: readonly FormatInfo[]): FormatInfo[] =>
  formats.filter((format) => format.system !== FREE)

/** Formats under the system that writes them; free mapping first, because it is looked for when nothing was recognised. */
export function formatsBySystem(
  formats: readonly FormatInfo[],
  words: { readAsGroupFree: string; readAsGroupPublic: string },
): FormatGroup[] {
  const groups = Map.groupBy(formats, (format) => format.system)
  const nameOfSystem = (system: string) =>
    system === FREE ? words.readAsGroupFree : system === PUBLIC ? words.readAsGroupPublic : system
  return [...groups]
    .sort(([a], [b]) => Number(b === FREE) - Number(a === FREE))
    .map(([system, group]) => ({ system: nameOfSystem(system), formats: group }))
}
