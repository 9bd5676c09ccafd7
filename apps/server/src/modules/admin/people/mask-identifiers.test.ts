import { expect, test } from 'vitest'
import { maskQuotedValues, masksOf, namesOneOf } from './mask-identifiers.ts'

test.each([
  ['a word of its own', ['tb_li'], '付款人 tb_li，金额', '付款人 ***，金额'],
  ['not inside a longer one', ['tb_li'], 'tb_li_2 tb_lily xtb_li', 'tb_li_2 tb_lily xtb_li'],
  ['a short number only as a whole', ['1'], '1,10,2011-01-01', '***,10,2011-01-01'],
  ['marks are no pattern', ['a.b*(c)'], 'a.b*(c) axb', '*** axb'],
  ['the longest of several first', ['李雷', '李雷 1989'], '李雷 1989', '***'],
  ['capitals do not hide it', ['TB_Li'], 'tb_LI', '***'],
])('%s', (_rule, identifiers, text, masked) => {
  expect(masksOf(identifiers)(text)).toBe(masked)
  expect(namesOneOf(identifiers, text)).toBe(masked !== text)
})

test('a quarantine file loses the person in quoted values only: line 1 stays line 1', () => {
  const head = 'file,line,column,value,code,reason,reason_en'
  const row = (value: string) => `"1.csv","1","总金额","${value}","not_an_amount","不是金额 1","Not an amount 1"`
  const csv = [head, row('1'), row('付给 ""1"", 1'), row('12')].join('\r\n')
  expect(maskQuotedValues(csv, masksOf(['1']))).toBe(
    [head, row('***'), row('付给 ""***"", ***'), row('12')].join('\r\n'),
  )
})
