import { gzipSync } from 'node:zlib'
import type { Rng } from '@zhanggui/kernel'
import { encodeGbk } from '@zhanggui/text'
import { zipSync } from 'fflate'
import { workbook } from '../integration/data/write-files.ts'

/** A file on its way to being spoilt. */
export type FuzzFile = { name: string; rows: string[][]; bytes: Uint8Array | null; notes: string[] }

const csvText = (rows: readonly (readonly string[])[]): string =>
  rows.map((r) => `${r.map((c) => (/[",\n\r]/.test(c) ? `"${c.replaceAll('"', '""')}"` : c)).join(',')}\n`).join('')

const bytesOf = (file: FuzzFile): Uint8Array => file.bytes ?? Buffer.from(csvText(file.rows))

type Mutation = { name: string; weight: number; apply: (file: FuzzFile, rng: Rng) => void }

const shuffled = <T>(items: readonly T[], rng: Rng): T[] =>
  items
    .map((item) => ({ item, at: rng.next() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item)

function setCell(file: FuzzFile, rng: Rng, value: string): void {
  const row = file.rows[1 + rng.int(Math.max(1, file.rows.length - 1))]
  if (row && row.length > 0) row[rng.int(row.length)] = value
}

const NASTY = [
  '=1+1',
  '+cmd|x',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '=HYPERLINK("http://x","y")',
  "' OR 1=1 --",
  "\\'; DROP TABLE events; --",
  '{k0:UInt64}',
  '\u0000',
  '\ufeff',
  '\ufffd',
  '😀',
  '９９９',
  '1e400',
  '-1e308',
  '99999999999999999999999',
  '0.0000000000001',
  'NaN',
  'Infinity',
  '-0',
  '5.1E+18',
  '1930000000000000000',
  '2026-02-30',
  '0000-00-00',
  '9999-12-31 23:59:59',
  '1969-12-31',
  '24:61:61',
  '12/13/14',
  '１２３',
  '一二三',
  '(12.50)',
  '1,2,3',
  '""',
  '"',
  '\\N',
  '\\',
  '%s%n',
  '../../etc/passwd',
  '<script>',
  '1930000000000000012\u0000',
  ' '.repeat(5000),
]

const packRows = (rows: readonly (readonly string[])[], rng: Rng): Uint8Array =>
  workbook(rows, rng.int(2) === 0 ? 'xlsx' : 'biff8')

/** Ways to spoil the rows of a table. */
export const ROW_MUTATIONS: readonly Mutation[] = [
  {
    name: 'nasty cells',
    weight: 6,
    apply: (f, rng) => {
      for (let i = rng.int(8) + 1; i > 0; i--) setCell(f, rng, rng.pick(NASTY))
    },
  },
  {
    name: 'shuffled columns',
    weight: 3,
    apply: (f, rng) => {
      const order = shuffled(f.rows[0]?.map((_, i) => i) ?? [], rng)
      f.rows = f.rows.map((r) => order.map((i) => r[i] ?? ''))
    },
  },
  {
    name: 'dropped column',
    weight: 2,
    apply: (f, rng) => {
      const at = rng.int(f.rows[0]?.length ?? 1)
      f.rows = f.rows.map((r) => r.toSpliced(at, 1))
    },
  },
  {
    name: 'doubled column',
    weight: 1,
    apply: (f, rng) => {
      const at = rng.int(f.rows[0]?.length ?? 1)
      f.rows = f.rows.map((r) => r.toSpliced(at, 0, r[at] ?? ''))
    },
  },
  {
    name: 'ragged rows',
    weight: 3,
    apply: (f, rng) => {
      f.rows = f.rows.map((r, i) => (i > 0 && rng.int(3) === 0 ? (rng.int(2) ? [...r, 'more'] : r.slice(0, -1)) : r))
    },
  },
  {
    name: 'title rows',
    weight: 2,
    apply: (f, rng) => {
      f.rows.unshift(...Array.from({ length: rng.int(12) }, () => ['报表']))
    },
  },
  {
    name: 'no header',
    weight: 1,
    apply: (f) => {
      f.rows.shift()
    },
  },
  {
    name: 'doubled rows',
    weight: 2,
    apply: (f, rng) => {
      f.rows.push(...f.rows.slice(1).filter(() => rng.int(2) === 0))
    },
  },
  { name: 'huge cell', weight: 0.06, apply: (f, rng) => setCell(f, rng, 'x'.repeat(10 * 1024 * 1024)) },
  {
    name: 'line breaks in cells',
    weight: 2,
    apply: (f, rng) => {
      for (let i = 0; i < 3; i++) setCell(f, rng, '上\n下\r\n"引"号')
    },
  },
  {
    name: 'renamed headers',
    weight: 2,
    apply: (f, rng) => {
      f.rows[0] = (f.rows[0] ?? []).map((h) =>
        rng.int(4) === 0 ? rng.pick(['', 'x', h.toUpperCase(), `${h} `, h + h]) : h,
      )
    },
  },
  {
    name: 'empty',
    weight: 0.3,
    apply: (f) => {
      f.rows = []
    },
  },
  {
    name: 'header only',
    weight: 0.5,
    apply: (f) => {
      f.rows = f.rows.slice(0, 1)
    },
  },
]

/** Ways to write and then spoil the bytes. */
export const BYTE_MUTATIONS: readonly Mutation[] = [
  { name: 'plain', weight: 6, apply: () => undefined },
  {
    name: 'truncated',
    weight: 4,
    apply: (f, rng) => {
      const b = bytesOf(f)
      f.bytes = b.slice(0, rng.int(b.length + 1))
    },
  },
  {
    name: 'flipped bytes',
    weight: 4,
    apply: (f, rng) => {
      const b = Uint8Array.from(bytesOf(f))
      for (let i = rng.int(20) + 1; i > 0 && b.length > 0; i--) b[rng.int(b.length)] = rng.int(256)
      f.bytes = b
    },
  },
  {
    name: 'GBK',
    weight: 3,
    apply: (f) => {
      f.bytes = encodeGbk(csvText(f.rows)) ?? bytesOf(f)
    },
  },
  {
    name: 'UTF-16',
    weight: 2,
    apply: (f, rng) => {
      const b = Buffer.from(`${rng.int(2) ? '\ufeff' : ''}${csvText(f.rows)}`, 'utf16le')
      f.bytes = rng.int(2) ? b : b.swap16()
    },
  },
  {
    name: 'mojibake',
    weight: 2,
    apply: (f, rng) => {
      f.bytes = Buffer.from(new TextDecoder(rng.pick(['gbk', 'windows-1252', 'utf-16le'])).decode(bytesOf(f)))
    },
  },
  {
    name: 'half GBK half UTF-8',
    weight: 1,
    apply: (f) => {
      const t = csvText(f.rows)
      const half = t.length >> 1
      f.bytes = Buffer.concat([Buffer.from(t.slice(0, half)), encodeGbk(t.slice(half)) ?? Buffer.alloc(0)])
    },
  },
  {
    name: 'stray quotes',
    weight: 3,
    apply: (f, rng) => {
      const b = Array.from(bytesOf(f))
      for (let i = rng.int(6) + 1; i > 0; i--) b.splice(rng.int(b.length + 1), 0, 0x22)
      f.bytes = Uint8Array.from(b)
    },
  },
  {
    name: 'bare CR',
    weight: 1,
    apply: (f) => {
      f.bytes = Buffer.from(csvText(f.rows).replaceAll('\n', '\r'))
    },
  },
  {
    name: 'other delimiter',
    weight: 2,
    apply: (f, rng) => {
      const sign = rng.pick(['\t', ';', '|', ' ', ':'])
      f.bytes = Buffer.from(f.rows.map((r) => r.join(sign)).join('\n'))
    },
  },
  {
    name: 'gzip',
    weight: 1,
    apply: (f) => {
      f.name += '.gz'
      f.bytes = gzipSync(bytesOf(f))
    },
  },
  {
    name: 'cut gzip',
    weight: 1,
    apply: (f, rng) => {
      const b = gzipSync(bytesOf(f))
      f.bytes = b.subarray(0, rng.int(b.length))
    },
  },
  {
    name: 'zip',
    weight: 1,
    apply: (f) => {
      f.bytes = zipSync({ 'a.csv': bytesOf(f), 'read me.md': Buffer.from('x') })
    },
  },
  {
    name: 'broken zip',
    weight: 1,
    apply: (f, rng) => {
      const b = zipSync({ 'a.csv': bytesOf(f) })
      for (let i = 0; i < 5; i++) b[rng.int(b.length)] = rng.int(256)
      f.bytes = b
    },
  },
  {
    name: 'workbook',
    weight: 2,
    apply: (f, rng) => {
      f.bytes = packRows(f.rows.length > 0 ? f.rows.map((r) => r.map((c) => c.slice(0, 30_000))) : [['']], rng)
    },
  },
  {
    name: 'broken workbook',
    weight: 2,
    apply: (f, rng) => {
      const b = Uint8Array.from(
        packRows(f.rows.length > 0 ? f.rows.map((r) => r.map((c) => c.slice(0, 30_000))) : [['']], rng),
      )
      for (let i = rng.int(30) + 1; i > 0; i--) b[rng.int(b.length)] = rng.int(256)
      f.bytes = rng.int(3) ? b : b.slice(0, rng.int(b.length))
    },
  },
  {
    name: 'zip bomb in a workbook',
    weight: 0.05,
    apply: (f) => {
      f.bytes = bombWorkbook()
    },
  },
  {
    name: 'gzip bomb',
    weight: 0.05,
    apply: (f) => {
      f.bytes = bombGzip()
    },
  },
  {
    name: 'entity bomb in a workbook',
    weight: 0.2,
    apply: (f) => {
      f.bytes = entityWorkbook()
    },
  },
  {
    name: 'noise',
    weight: 0.5,
    apply: (f, rng) => {
      f.bytes = Uint8Array.from({ length: rng.int(4000) }, () => rng.int(256))
    },
  },
]

const part = (text: string): Uint8Array => Buffer.from(text)

function shell(sheet: Uint8Array, strings: Uint8Array): Uint8Array {
  return zipSync({
    '[Content_Types].xml': part('<Types/>'),
    'xl/workbook.xml': part(
      '<workbook xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': part(
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/sharedStrings.xml': strings,
    'xl/worksheets/sheet1.xml': sheet,
  })
}

let bombs: { workbook?: Uint8Array; gzip?: Uint8Array } = {}

/** 400 MB of blanks in the shared strings, a few hundred kilobytes packed. */
function bombWorkbook(): Uint8Array {
  bombs.workbook ??= shell(
    part('<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>'),
    Buffer.concat([part('<sst><si><t>'), Buffer.alloc(400 * 1024 * 1024, 0x20), part('</t></si></sst>')]),
  )
  return bombs.workbook
}

/** A gigabyte of zeros in a megabyte. */
function bombGzip(): Uint8Array {
  bombs = { ...bombs, gzip: bombs.gzip ?? gzipSync(Buffer.alloc(1024 * 1024 * 1024)) }
  return bombs.gzip ?? new Uint8Array()
}

/** The "billion laughs": declared entities must not be expanded. */
function entityWorkbook(): Uint8Array {
  const levels = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('')
  const head = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "lol">${levels}]>`
  return shell(
    part(
      `${head}<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&l9;</t></is></c></row></sheetData></worksheet>`,
    ),
    part('<sst/>'),
  )
}

/** A spoilt file: one way or a few to spoil the rows, one way to spoil the bytes. */
export function spoil(
  name: string,
  rows: readonly (readonly string[])[],
  rng: Rng,
): { name: string; bytes: Uint8Array; notes: string[] } {
  const file: FuzzFile = { name, rows: rows.map((r) => [...r]), bytes: null, notes: [] }
  const pick = (from: readonly Mutation[]): Mutation =>
    rng.pick(
      from,
      from.map((m) => m.weight),
    )
  for (let i = rng.int(3); i > 0; i--) {
    const mutation = pick(ROW_MUTATIONS)
    if (file.rows.length > 0) mutation.apply(file, rng)
    file.notes.push(mutation.name)
  }
  const last = pick(BYTE_MUTATIONS)
  last.apply(file, rng)
  file.notes.push(last.name)
  return { name: file.name, bytes: bytesOf(file), notes: file.notes }
}
