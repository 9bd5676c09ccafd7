import type { Entry } from 'yauzl'
import { csvBytes } from './csv-line.ts'
import { ImportFailure } from './import-failure.ts'
import type { ZipReader } from './open-zip.ts'
import { attribute, scanXml } from './scan-xml.ts'
import { readSheetRows } from './sheet-rows.ts'
import type { SourceTable } from './source-table.ts'
import { guardSize, HELD_BYTES_MAX } from './unpack-limits.ts'
import { type CellStyles, readStyles } from './xlsx-styles.ts'

const lower = (entry: Entry): string => entry.fileName.toLowerCase()

/** Parts that are kept in memory may not be large, whatever they were packed to. */
const held = (zip: ZipReader, entry: Entry, name: string): AsyncIterable<Buffer> =>
  guardSize(zip.read(entry), { name, packedBytes: Math.max(1, entry.compressedSize), bytesMax: HELD_BYTES_MAX })

async function readSharedStrings(zip: ZipReader, name: string): Promise<string[]> {
  const entry = zip.entries.find((e) => lower(e) === 'xl/sharedstrings.xml')
  const strings: string[] = []
  if (!entry) return strings
  let text: string | null = null
  let inText = false
  let phonetic = 0
  for await (const part of scanXml(held(zip, entry, name))) {
    if (part.kind === 'text') {
      if (inText && text !== null && phonetic === 0) text += part.text
    } else if (part.kind === 'open') {
      if (part.name === 'si') text = ''
      else if (part.name === 't') inText = true
      // Readings of Japanese words are no part of the text.
      else if (part.name === 'rPh') phonetic++
    } else {
      if (part.name === 't') inText = false
      else if (part.name === 'rPh') phonetic--
      else if (part.name === 'si') {
        strings.push(text ?? '')
        text = null
      }
    }
  }
  return strings
}

type Sheet = { name: string; relation: string; hidden: boolean }

async function readWorkbook(zip: ZipReader, name: string): Promise<{ sheets: Sheet[]; date1904: boolean }> {
  const entry = zip.entries.find((e) => lower(e) === 'xl/workbook.xml')
  const sheets: Sheet[] = []
  let date1904 = false
  if (entry)
    for await (const part of scanXml(held(zip, entry, name))) {
      if (part.kind !== 'open') continue
      if (part.name === 'workbookPr') date1904 = ['1', 'true'].includes(attribute(part.attributes, 'date1904'))
      if (part.name === 'sheet')
        sheets.push({
          name: attribute(part.attributes, 'name'),
          relation: attribute(part.attributes, 'id'),
          hidden: attribute(part.attributes, 'state').toLowerCase().includes('hidden'),
        })
    }
  return { sheets, date1904 }
}

async function readRelations(zip: ZipReader, name: string): Promise<Map<string, string>> {
  const entry = zip.entries.find((e) => lower(e) === 'xl/_rels/workbook.xml.rels')
  const targets = new Map<string, string>()
  if (entry)
    for await (const part of scanXml(held(zip, entry, name)))
      if (part.kind === 'open' && part.name === 'Relationship') {
        const target = attribute(part.attributes, 'Target').replace(/^\/?(xl\/)?/, '')
        targets.set(attribute(part.attributes, 'Id'), `xl/${target}`.toLowerCase())
      }
  return targets
}

/** A sheet lists its merged cells behind its rows; a crafted list is cut. */
const MERGES_MAX = 100_000

async function readMerges(zip: ZipReader, entry: Entry): Promise<string[]> {
  const references: string[] = []
  for await (const part of scanXml(zip.read(entry)))
    if (part.kind === 'open' && part.name === 'mergeCell' && references.length < MERGES_MAX)
      references.push(attribute(part.attributes, 'ref'))
  return references
}

type Workbook = { strings: readonly string[]; styles: CellStyles; date1904: boolean }

/**
 * The sheets of an XLSX workbook, streamed row by row; shared strings and styles are read once, when first needed.
 * Hidden sheets are left out: reports keep look-up lists there.
 */
export async function openXlsx(zip: ZipReader, name: string): Promise<SourceTable[]> {
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (cause) {
      if (cause instanceof ImportFailure) throw cause
      throw new ImportFailure('unreadable_file', { file: name }, { cause })
    }
  }
  const { sheets, date1904 } = await guarded(() => readWorkbook(zip, name))
  const relations = await guarded(() => readRelations(zip, name))
  let workbook: Promise<Workbook> | undefined
  const load = (): Promise<Workbook> => {
    workbook ??= guarded(async () => ({
      strings: await readSharedStrings(zip, name),
      styles: await readStyles(zip, (entry) => held(zip, entry, name)),
      date1904,
    }))
    return workbook
  }
  const visible = sheets.flatMap((sheet) => {
    const entry = zip.entries.find((e) => lower(e) === relations.get(sheet.relation))
    return entry && !sheet.hidden ? [{ sheet, entry }] : []
  })
  if (visible.length === 0) throw new ImportFailure('no_table_inside', { file: name })
  return visible.map(({ sheet, entry }) => ({
    name: visible.length === 1 ? name : `${name}/${sheet.name}`,
    container: 'xlsx' as const,
    isSheet: true,
    merges: () => guarded(() => readMerges(zip, entry)),
    async *read() {
      const book = await load()
      try {
        yield* csvBytes(readSheetRows(scanXml(zip.read(entry)), book))
      } catch (cause) {
        if (cause instanceof ImportFailure) throw cause
        throw new ImportFailure('unreadable_file', { file: name }, { cause })
      }
    },
  }))
}
