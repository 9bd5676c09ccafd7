import { createTableSql, getFactTable } from '@zhanggui/facts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findImportRow } from '../../../src/modules/data/import-jobs.ts'
import { previewFile } from '../../../src/modules/data/preview-file.ts'
import { runImport } from '../../../src/modules/data/run-import.ts'
import { openXls } from '../../../src/modules/data/spool/open-xls.ts'
import { type ImportDesk, openImportDesk } from './import-desk.ts'
import { COLUMNS, EXPECTED, HEADERS, ROWS } from './taobao-orders.ts'
import { csv, ENCODED, workbook, zip } from './write-files.ts'

let desk: ImportDesk

beforeAll(async () => {
  desk = await openImportDesk()
})
afterAll(() => desk?.close())

describe('the same orders come out of every shape of file', () => {
  test.each(Object.entries(ENCODED))('%s', async (_, encode) => {
    const store = await desk.shop()
    const job = await desk.load(store, 'ExportOrderList.csv', encode(csv([HEADERS, ...ROWS])))
    expect(job).toMatchObject({ rows: 4, accepted: 4, rejected: 0 })
    expect(await desk.orders(store, COLUMNS)).toEqual(EXPECTED)
  })

  // Without quotes a part is cut by lines, with one anywhere in it it is read as CSV.
  test.each([
    ['none', (cell: string) => cell],
    ['all', (cell: string) => `"${cell}"`],
  ])('with %s of its cells in quotes', async (_, quoted) => {
    const store = await desk.shop()
    const rows = ROWS.map((r) => r.map((c) => quoted(c.replaceAll(',', ''))).join(','))
    const odd = [',,,,,,,,,,,,', '', '1,2', `${rows[0]},,x`, `${rows[0]},x`]
    const text = [HEADERS.map(quoted).join(','), ...rows, ...odd].join('\r\n')
    const job = await desk.load(store, 'ExportOrderList.csv', text)
    expect(job).toMatchObject({ rows: 7, accepted: 4, duplicates: 1, rejected: 2 })
    const refused = (await findImportRow(desk.context, store, job.id))?.rejects ?? []
    expect(refused.map((r) => [r.line, r.code])).toEqual([
      [8, 'too_few_cells'],
      [10, 'too_many_cells'],
    ])
    expect(await desk.orders(store, COLUMNS)).toEqual(EXPECTED)
  })

  test('with a stray cell in the last column that a sheet can have', async () => {
    const store = await desk.shop()
    const far = Array.from({ length: 16_384 - HEADERS.length }, () => '')
    const wide = [[...HEADERS, ...far.slice(1), 'x'], ...ROWS.map((r) => [...r, ...far])]
    const job = await desk.load(store, 'ExportOrderList.csv', csv(wide))
    expect(job).toMatchObject({ rows: 4, accepted: 4, rejected: 0 })
    expect(await desk.orders(store, COLUMNS)).toEqual(EXPECTED)
  })

  test.each(['\t', ';', '|'])('parted by %j', async (sign) => {
    const store = await desk.shop()
    const text = [HEADERS, ...ROWS].map((r) => r.map((c) => c.replaceAll(',', '')).join(sign)).join('\n')
    await desk.load(store, 'orders.txt', text)
    expect(await desk.orders(store, 'order_id, gmv_cents')).toEqual(
      EXPECTED.map(({ order_id, gmv_cents }) => ({ order_id, gmv_cents })),
    )
  })

  test('bare CR line ends', async () => {
    const store = await desk.shop()
    await desk.load(store, 'orders.csv', csv([HEADERS, ...ROWS]).replaceAll('\r\n', '\r'))
    expect(await desk.orders(store, COLUMNS)).toEqual(EXPECTED)
  })

  test.each([
    ['xlsx', 'xlsx'],
    ['xls', 'biff8'],
  ] as const)('%s', async (extension, type) => {
    const store = await desk.shop()
    await desk.load(store, `orders.${extension}`, workbook([['订单报表'], [], HEADERS, ...ROWS], type))
    expect(await desk.orders(store, COLUMNS)).toEqual(EXPECTED)
  })

  test('a ZIP of CSVs', async () => {
    const store = await desk.shop()
    const packed = zip({
      '一.csv': ENCODED.GBK?.(csv([HEADERS, ...ROWS.slice(0, 2)])) ?? new Uint8Array(),
      '二.csv': Buffer.from(csv([HEADERS, ...ROWS.slice(2)])),
    })
    expect(await desk.load(store, 'orders.zip', packed)).toMatchObject({ rows: 4, accepted: 4 })
    expect(await desk.orders(store, COLUMNS)).toEqual(EXPECTED)
  })

  test('order numbers dressed as ="…"', async () => {
    const store = await desk.shop()
    const dressed = ROWS.map(([id = '', ...rest]) => [`="${id}"`, ...rest])
    const text = [HEADERS, ...dressed].map((r) => r.map((c, i) => (i === 0 ? c : `"${c}"`)).join(',')).join('\r\n')
    await desk.load(store, 'orders.csv', text)
    expect(await desk.orders(store, COLUMNS)).toEqual(EXPECTED)
  })
})

describe('any other table', () => {
  test('is guessed from its headers, and shown with samples before anything is stored', async () => {
    const store = await desk.shop()
    const path = await desk.files.write(
      'shop.csv',
      csv([
        ['Order No', 'Order Date', 'Customer', 'Amount', 'Colour'],
        ['A1', '13/08/2025', 'c1', '12.34', 'red'],
        ['A2', '14/08/2025', 'c2', '5', 'blue'],
      ]),
    )
    const preview = await previewFile(desk.context, { store, path })
    expect(preview.format).toBeNull()
    expect(preview.mapping.columns.map((c) => c.field)).toEqual(['orderId', 'createdAt', 'buyer', 'total', null])
    expect(preview.mapping.options.dateOrder).toBe('dmy')
    expect(await runImport(desk.context, { store, files: [{ path }], dryRun: true, actor: 'test' })).toMatchObject({
      accepted: 2,
    })
    expect(await desk.orders(store, '1')).toEqual([])
    await runImport(desk.context, { store, files: [{ path }], saveMapping: true, actor: 'test' })
    expect(await desk.orders(store, 'order_id, created_day, gmv_cents, paid_cents, status')).toEqual([
      { order_id: 'A1', created_day: '2025-08-13', gmv_cents: 1234, paid_cents: 1234, status: 'paid' },
      { order_id: 'A2', created_day: '2025-08-14', gmv_cents: 500, paid_cents: 500, status: 'paid' },
    ])
  })

  test('that says nothing is refused with what to do', async () => {
    const store = await desk.shop()
    await expect(desk.load(store, 'x.csv', 'foo,bar\n1,2\n')).rejects.toMatchObject({ code: 'unknown_format' })
    await expect(desk.load(store, 'x.csv', '')).rejects.toMatchObject({ code: 'empty_file' })
    await expect(desk.load(store, 'x.xlsx', Buffer.from('PK\x03\x04 broken'))).rejects.toMatchObject({
      code: 'unreadable_file',
    })
  })

  test('a workbook on which its reader never ends is given up, and the server goes on meanwhile', async () => {
    const sheet = [
      ['a', 'b'],
      ['1', '2'],
    ]
    const bytes = Uint8Array.from(workbook(sheet, 'biff8'))
    // One byte of the sheet's directory entry: the reader follows the chain of sectors round and round.
    bytes[2905] = 33
    const path = await desk.files.write('x.xls', bytes)
    let beats = 0
    const heart = setInterval(() => beats++, 50)
    // A limit as an import has it would keep a core busy for a quarter of a minute.
    await expect(openXls(path, 'x.xls', () => 2000)).rejects.toMatchObject({ code: 'unreadable_file' })
    clearInterval(heart)
    expect(beats).toBeGreaterThan(5)
  })
})

test('an installation whose orders are cut by month, as earlier releases made it, takes imports as before', async () => {
  const { facts } = desk.context
  const monthly = { ...getFactTable('order_lines'), partitionBy: 'toYYYYMM(created_day)' }
  await facts.command(`DROP TABLE ${facts.database}.order_lines SYNC`)
  for (const statement of createTableSql(monthly, { database: facts.database })) await facts.command(statement)
  const store = await desk.shop()
  expect(await desk.load(store, 'ExportOrderList.csv', csv([HEADERS, ...ROWS]))).toMatchObject({ accepted: 4 })
  expect(await desk.orders(store, COLUMNS)).toEqual(EXPECTED)
})
