import type { Entry } from 'yauzl'
import type { ZipReader } from './open-zip.ts'
import { attribute, scanXml } from './scan-xml.ts'

/** By style number: 1 where the number is a date or time. */
export type CellStyles = readonly boolean[]

/** Number formats that every spreadsheet program knows as dates, the East Asian ones included. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)

/** A format of one's own is a date when day, month, year, hour or second signs stand in it outside quotes and brackets. */
const isDateCode = (code: string): boolean =>
  /[ymdhs]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '').replace(/general/gi, ''))

/** Which cell styles of a workbook show dates. */
export async function readStyles(zip: ZipReader, read: (entry: Entry) => AsyncIterable<Buffer>): Promise<CellStyles> {
  const entry = zip.entries.find((e) => e.fileName.toLowerCase() === 'xl/styles.xml')
  const styles: boolean[] = []
  const dateFormats = new Set<number>()
  let inCells = false
  if (!entry) return styles
  for await (const part of scanXml(read(entry))) {
    if (part.kind === 'text') continue
    if (part.name === 'cellXfs') inCells = part.kind === 'open'
    if (part.kind === 'close') continue
    if (part.name === 'numFmt' && isDateCode(attribute(part.attributes, 'formatCode')))
      dateFormats.add(Number(attribute(part.attributes, 'numFmtId')))
    if (part.name === 'xf' && inCells) {
      const id = Number(attribute(part.attributes, 'numFmtId'))
      styles.push(isBuiltInDate(id) || dateFormats.has(id))
    }
  }
  return styles
}
