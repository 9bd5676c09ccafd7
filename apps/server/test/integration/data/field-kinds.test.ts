import { FIELD_KINDS, type FieldKindId, type KindOptions } from '@zhanggui/imports'
import { parseAmount } from '@zhanggui/kernel'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forgottenKey } from '../../../src/modules/admin/people/forgotten-list.ts'
import { hashPerson } from '../../../src/modules/admin/people/person-hash.ts'
import { createTestContext, type TestContext } from '../../support/test-context.ts'

let context: TestContext
beforeAll(async () => {
  context = await createTestContext()
})
afterAll(() => context?.close())

const DEFAULTS: KindOptions = { dateOrder: 'ymd', year: null }

/** What the engine makes of cells of one kind. Shape: value as text (null when none) and fault code ('' when fine). */
async function read(kind: FieldKindId, cells: readonly string[], options: Partial<KindOptions> = {}) {
  const { value, fault } = FIELD_KINDS[kind]
  const sql = `SELECT toString(v) AS value, ${fault ? `if(ifNull(${fault.when('c', 'v')}, 0), '${fault.code}', '')` : "''"} AS fault
FROM (SELECT c, n, ${value('c', { ...DEFAULTS, ...options })} AS v
FROM (SELECT arrayJoin(arrayEnumerate({cells:Array(String)})) AS n, {cells:Array(String)}[n] AS c)) ORDER BY n`
  const params = { cells, timeZone: 'Asia/Shanghai', k0: 1n, k1: 2n }
  return context.facts.query<{ value: string | null; fault: string }>(sql, params)
}

const CASES: Record<
  string,
  { kind: FieldKindId; options?: Partial<KindOptions>; cells: [string, string | null, string?][] }
> = {
  'amounts, half up away from zero': {
    kind: 'money',
    cells: [
      ['59', '5900'],
      ['59.005', '5901'],
      ['-59.005', '-5901'],
      ['0.004', '0'],
      ['1,234.5', '123450'],
      ['￥1,234.565', '123457'],
      ['59.00元', '5900'],
      ['１２．５０', '1250'],
      ['(12.50)', '-1250'],
      ['1.2万', '1200000'],
      ['0.5亿', '5000000000'],
      ['="12.50"', '1250'],
      ["'12.50", '1250'],
      ['5.1E3', '510000'],
      ['0.0000000000000004440892', '0'],
      ['-', null],
      ['nan', null],
      ['', null],
      ['无退款申请', null],
      ['很多', null, 'not_an_amount'],
      ['1.2.3', null, 'not_an_amount'],
      ['=1+1', null, 'not_an_amount'],
      ['12abc', null, 'not_an_amount'],
      ['99999999999999999999', null, 'not_an_amount'],
      ['99999万亿', null, 'not_an_amount'],
      ['999999999999亿', null, 'not_an_amount'],
      ['1e30', null, 'not_an_amount'],
    ],
  },
  'order numbers': {
    kind: 'identifier',
    cells: [
      ['1930000000000000011', '1930000000000000011'],
      ['="1930000000000000011"', '1930000000000000011'],
      ["'0012", '0012'],
      ['0012', '0012'],
      ['13085.0', '13085'],
      ['C489449', 'C489449'],
      ['', null],
      ['5.1E+18', '5.1E+18', 'damaged_id'],
      ['4.0128e+10', '4.0128e+10', 'damaged_id'],
      ['1930000000000000000', '1930000000000000000', 'damaged_id'],
      ['="1930000000000000000"', '1930000000000000000', ''],
      ["'1930000000000000000", '1930000000000000000', ''],
      ['19300000000012000', '19300000000012000'],
    ],
  },
  'times, local to the shop': {
    kind: 'instant',
    cells: [
      ['2026-05-01 10:00:00', '2026-05-01 02:00:00.000'],
      ['2026/5/1 9:05', '2026-05-01 01:05:00.000'],
      ['2026年5月1日', '2026-04-30 16:00:00.000'],
      ['2026-05-01T10:00:00Z', '2026-05-01 10:00:00.000'],
      ['2026-05-01T10:00:00+08:00', '2026-05-01 02:00:00.000'],
      ['20260501', '2026-04-30 16:00:00.000'],
      ['1777600800', '2026-05-01 02:00:00.000'],
      ['1777600800000', '2026-05-01 02:00:00.000'],
      ['46143.5', '2026-05-01 04:00:00.000'],
      ['2026-02-30 10:00:00', null, 'not_a_time'],
      ['2026-13-01', null, 'not_a_time'],
      ['05.08.2019', null, 'not_a_time'],
      ['6-18', null, 'not_a_time'],
      ['24:00', null, 'not_a_time'],
      ['', null],
    ],
  },
  'days before months': {
    kind: 'day',
    options: { dateOrder: 'dmy' },
    cells: [
      ['05.08.2019', '2019-08-05'],
      ['31/12/2019', '2019-12-31'],
      ['12/31/2019', null, 'not_a_day'],
    ],
  },
  'months before days': {
    kind: 'day',
    options: { dateOrder: 'mdy' },
    cells: [
      ['08/05/2019', '2019-08-05'],
      ['2019-08-05', '2019-08-05'],
    ],
  },
  'dates without a year': {
    kind: 'day',
    options: { year: 2014 },
    cells: [
      ['6-18', '2014-06-18'],
      ['2-29', null, 'not_a_day'],
      ['11月11日', '2014-11-11'],
    ],
  },
  counts: {
    kind: 'count',
    cells: [
      ['12', '12'],
      ['12.0', '12'],
      ['1,234件', '1234'],
      ['1.2万', '12000'],
      ['-3', '-3'],
      ['1.5', null, 'not_a_whole_number'],
      ['9223372036854775807', null, 'not_a_whole_number'],
      ['--', null],
    ],
  },
  shares: {
    kind: 'ratio',
    cells: [
      ['10%', '0.1'],
      ['0.1', '0.1'],
      ['45.5％', '0.455'],
      ['-', null],
      ['x', null, 'not_a_ratio'],
    ],
  },
  'status words': {
    kind: 'orderStatus',
    cells: [
      ['交易成功', 'done'],
      ['买家已付款，等待卖家发货', 'paid'],
      ['买家已付款,等待卖家发货', 'paid'],
      [' 交易关闭 ', 'closed'],
      ['Cancelled', 'closed'],
      ['天知道', null, 'unknown_word'],
      ['', null],
    ],
  },
  provinces: {
    kind: 'province',
    cells: [
      ['浙江省 杭州市 西湖区 文三路1号', '浙江'],
      ['内蒙古自治区', '内蒙古'],
      ['上海', '上海'],
      ['火星', null],
    ],
  },
  cities: {
    kind: 'city',
    cells: [
      ['浙江省 杭州市 西湖区', '杭州市'],
      ['上海 上海市 黄浦区', '上海市'],
      ['广西壮族自治区 桂林市 七星区', '桂林市'],
      ['云南省 大理白族自治州 大理市', '大理白族自治州'],
      ['上海', '上海市'],
      ['浙江省', null],
    ],
  },
  'texts without phones, e-mails and id numbers': {
    kind: 'maskedText',
    cells: [
      ['打13812345678谢谢', '打***谢谢'],
      ['a.b@c.cn', '***'],
      ['号11010519491231002X。', '号***。'],
      ['1930000000000000011', '1930000000000000011'],
      ['好评', '好评'],
    ],
  },
}

describe.each(Object.entries(CASES))('%s', (_, { kind, options, cells }) => {
  test('are read as people mean them, and what is not readable says why', async () => {
    const answers = await read(
      kind,
      cells.map(([cell]) => cell),
      options,
    )
    const seen = cells.map(([cell], i) => [cell, answers[i]?.value ?? null, answers[i]?.fault])
    expect(seen).toEqual(cells.map(([cell, value, fault = '']) => [cell, value, fault]))
  })
})

test('amounts are the same in the engine as in the kernel, whatever the digits', async () => {
  const amount = fc
    .tuple(
      fc.constantFrom('', '-', '+'),
      fc.bigInt({ min: 0n, max: 999_999_999_999n }),
      fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 9 }),
    )
    .map(([sign, whole, fraction]) => `${sign}${whole}${fraction === '' ? '' : `.${fraction}`}`)
  const cells = fc.sample(amount, { numRuns: 2000, seed: 7 })
  const answers = await read('money', cells)
  const expected = cells.map((c) => {
    const parsed = parseAmount(c)
    return parsed.ok ? String(parsed.value) : null
  })
  expect(answers.map((a) => a.value)).toEqual(expected)
})

/** Forms in which identifiers come: of shops, phones, spreadsheets, with what people type and what nobody means. */
const NASTY_IDENTIFIERS = [
  ...[
    'tb_李雷 1989',
    'ＴＢ０１',
    '１３８ ００１３ ８０００',
    '+86 138-0013-8000',
    '0086013800138000',
    '="00123"',
    "'00123",
    '’abc"',
  ],
  ...['="-"', '=', '="', '=""', "'", '123.0', '=123.0', '00.0', ' 1.0 ', '1.00', '5.1E+18', '18446744073709551615'],
  ...[
    '18446744073709551616',
    '007',
    '+5',
    '-5',
    '-0',
    ' 5',
    '5 ',
    '\t5',
    'a\tb',
    ' - ',
    '\t-',
    '-\u00a0',
    '\u3000',
    '\u3000x\u3000',
  ],
  ...[
    'NULL',
    'NaN',
    ' None',
    '无',
    '无退款申请',
    '——',
    '\\N',
    '\\n',
    'a\nb',
    '="a\nb"',
    '\'a\r\nb"',
    '\u2028x',
    '﷽',
    'Å',
    'ﬁ',
    '㍿',
    '가',
  ],
  ...[
    '👩‍👩‍👧',
    '\u200b',
    '\ufeff1',
    "O'Brien",
    '{store:String}',
    "'; --",
    '"x"',
    '`',
    '\u0301e',
    'e\u0301',
    'İ',
    'ß',
    '½',
    '²',
    '\u0000',
  ],
  ...[
    '9'.repeat(99),
    '9'.repeat(101),
    `${'0'.repeat(120)}7`,
    `+${'0'.repeat(120)}7`,
    '好'.repeat(100),
    '好'.repeat(101),
    `${'👩'.repeat(99)}ab`,
    '',
  ],
]

const saidOrNull = (identifier: string): { hash: string; name: string } | null => {
  try {
    return hashPerson(context, 'alpha', identifier)
  } catch {
    return null
  }
}

test('a person has the same hash and name in this process as in the engine, to the last bit, however the identifier is written', async () => {
  const typed = fc.string({ unit: fc.constantFrom(...'0189abXY_-. \t"\'’=+０Ａ　李雷é'), maxLength: 24 })
  const identifiers = [
    ...NASTY_IDENTIFIERS,
    ...fc.sample(typed, { numRuns: 3000, seed: 7 }),
    ...fc.sample(fc.string({ unit: 'binary', maxLength: 130 }), { numRuns: 1500, seed: 8 }),
    ...fc.sample(fc.string({ unit: 'grapheme', maxLength: 30 }), { numRuns: 1500, seed: 9 }),
    ...fc.sample(fc.bigInt({ min: 0n, max: 10n ** 25n }).map(String), { numRuns: 500, seed: 10 }),
  ]
  const person = FIELD_KINDS.person.value('c', DEFAULTS)
  const rows = await context.facts.query<{ hash: string; name: string }>(
    `SELECT toString(ifNull(p, 0)) AS hash, toString(sipHash64Keyed(({e0:UInt64}, {e1:UInt64}), ifNull(p, 0))) AS name
FROM (SELECT n, ${person} AS p FROM (SELECT arrayJoin(arrayEnumerate({cells:Array(String)})) AS n, {cells:Array(String)}[n] AS c)) ORDER BY n`,
    { cells: identifiers, ...context.secrets.storeHashKey('alpha'), ...forgottenKey(context, 'alpha') },
  )
  const differing = identifiers.filter((identifier, i) => {
    const [said, row] = [saidOrNull(identifier), rows[i]]
    return said === null ? row?.hash !== '0' : said.hash !== row?.hash || said.name !== row.name
  })
  expect(rows).toHaveLength(identifiers.length)
  expect(differing).toEqual([])
})
