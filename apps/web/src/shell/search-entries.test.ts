import { expect, test } from 'vitest'
import { findEntries, type SearchEntry } from './search-entries.ts'

const entry = (title: string, words: string): SearchEntry => ({
  id: title,
  kind: 'metric',
  title,
  note: '',
  to: '',
  words,
})
const entries = [
  entry('净支付金额', '净支付金额 net paid netpaid'),
  entry('支付金额', '支付金额 paid amount paid'),
  entry('访客数', '访客数 visitors uv'),
]

test.each([
  ['nothing typed lists everything', '', ['净支付金额', '支付金额', '访客数']],
  ['titles that begin with it come first', '支付', ['支付金额', '净支付金额']],
  ['ids and English work, in any case', 'UV', ['访客数']],
  ['every word must occur', 'net paid', ['净支付金额']],
  ['no hit', '退款', []],
])('search: %s', (_name, query, titles) => {
  expect(findEntries(entries, query).map((found) => found.title)).toEqual(titles)
})
